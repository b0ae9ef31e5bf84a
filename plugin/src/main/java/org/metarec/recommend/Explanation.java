package org.metarec.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.metarec.recommend.reason.Connection;
import org.metarec.recommend.reason.Contributions;

/**
 * A score taken apart until it can be shown: one row for the base, one for the taste, one for each
 * of the strongest connections, and one for the rest of each relation. The rows sum to the score.
 *
 * @param relation 'base', 'taste', the relationship type, or the name of a feature
 * @param path of a connection; empty for base, taste and the rest of a relation
 */
public record Explanation<P>(Optional<P> path, String relation, double contribution) {

  /**
   * Explains one item.
   *
   * @param topK how many connections at most
   * @param paths the path of a connection; empty if it has gone, so that it counts to the rest
   * @param names of the relations of items, then of their features
   */
  public static <P> List<Explanation<P>> of(
      UserScorer user,
      int item,
      int topK,
      Function<Connection, Optional<P>> paths,
      List<String> names) {
    Contributions parts = user.contributions(item);
    double[] rest = IntStream.range(0, names.size()).mapToDouble(parts::ofRelation).toArray();
    List<Explanation<P>> rows = new ArrayList<>();
    rows.add(new Explanation<>(Optional.empty(), "base", parts.base()));
    rows.add(new Explanation<>(Optional.empty(), "taste", parts.taste()));
    int left = topK;
    for (Connection way : user.connections(item)) {
      Optional<P> path = left > 0 ? paths.apply(way) : Optional.empty();
      if (path.isPresent()) {
        rows.add(new Explanation<>(path, names.get(way.relation()), way.contribution()));
        rest[way.relation()] -= way.contribution();
        left--;
      }
    }
    for (int relation = 0; relation < rest.length; relation++) {
      rows.add(new Explanation<>(Optional.empty(), names.get(relation), rest[relation]));
    }
    return rows;
  }
}
