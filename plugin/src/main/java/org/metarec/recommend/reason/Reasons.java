package org.metarec.recommend.reason;

import com.google.common.collect.Comparators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The ways that are shown with a recommended item. */
public final class Reasons {
  private Reasons() {}

  /**
   * What a way goes by: a relation and a shared attribute, or, where the items are linked directly,
   * the click. Three clicks with one director are one reason, not three.
   */
  private record Via(int relation, OptionalInt attribute, OptionalInt click) {
    static Via of(Connection way) {
      OptionalInt click = way.attribute().isPresent() ? OptionalInt.empty() : way.click();
      return new Via(way.relation(), way.attribute(), click);
    }
  }

  /**
   * Those that led to an item, strongest first: none that lowers its score, and a second one by the
   * same relation and attribute only where there are too few others.
   *
   * @param ways all that lead to the item
   * @param most how many at most
   */
  public static List<Connection> of(Stream<Connection> ways, int most) {
    Map<Via, Connection> strongest = new HashMap<>();
    List<Connection> others = new ArrayList<>();
    ways.filter(way -> way.contribution() > 0)
        .forEach(
            way ->
                strongest.merge(
                    Via.of(way),
                    way,
                    (one, other) -> {
                      boolean isOne = Connection.STRONGEST_FIRST.compare(one, other) <= 0;
                      others.add(isOne ? other : one);
                      return isOne ? one : other;
                    }));
    List<Connection> shown = strongest(strongest.values(), most);
    List<Connection> more = strongest(others, most - shown.size());
    return Stream.concat(shown.stream(), more.stream()).sorted(Connection.STRONGEST_FIRST).toList();
  }

  private static List<Connection> strongest(Collection<Connection> ways, int most) {
    return ways.stream().collect(Comparators.least(most, Connection.STRONGEST_FIRST));
  }
}
