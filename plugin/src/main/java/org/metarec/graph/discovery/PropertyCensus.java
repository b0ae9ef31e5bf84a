package org.metarec.graph.discovery;

import static java.util.function.Predicate.not;

import com.google.common.collect.Streams;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.TimeValue;
import org.metarec.graph.node.NodeIds;
import org.neo4j.graphdb.Entity;

/** The properties of many nodes or relationships, and what their values are good for. */
final class PropertyCensus {
  private static final String TIME = "date, datetime or number";
  private static final String ITEM_TIME = "year or date";
  private static final String AS_TEXT = "store datetime(replace(text, ' ', 'T'))";

  private final Predicate<String> ignored;
  private final NavigableMap<String, Use> uses = new TreeMap<>();

  /**
   * @param ignored names of properties that do not count
   */
  PropertyCensus(Predicate<String> ignored) {
    this.ignored = ignored;
  }

  /**
   * Counts a node or relationship, unless it has been deleted meanwhile. What does not count is not
   * read either: once one text of a megabyte has been, each vector takes Neo4j milliseconds.
   */
  void add(Entity entity) {
    NodeIds.unlessDeleted(() -> entity.getProperties(counted(entity)))
        .ifPresent(properties -> properties.forEach(this::add));
  }

  private String[] counted(Entity entity) {
    return Streams.stream(entity.getPropertyKeys()).filter(not(ignored)).toArray(String[]::new);
  }

  private void add(String name, Object value) {
    uses.computeIfAbsent(name, absent -> new Use()).add(value);
  }

  /** Names of all properties, in alphabetical order. */
  Set<String> names() {
    return uses.keySet();
  }

  /** How many bear the property. */
  long count(String name) {
    return uses.containsKey(name) ? uses.get(name).count : 0;
  }

  /**
   * The time of interactions: given, or found where any is a date, a datetime or a number.
   *
   * @param all how many interactions there are
   */
  Optional<SchemaRow> time(GivenNames given, long all) {
    return row(SchemaRole.TIME, given, GraphSchema.TIMES, TIME, use -> use.times)
        .map(row -> row.with(withoutTime(row, all)));
  }

  private String withoutTime(SchemaRow time, long all) {
    if (time.count() == all) {
      return "";
    }
    List<String> others = dates().filter(name -> !time.name().equals(Optional.of(name))).toList();
    return "; %d of %d have none".formatted(all - time.count(), all)
        + (others.isEmpty() ? "" : ", but there are dates in " + String.join(", ", others));
  }

  /** What may have been meant for the time of interactions that have none; empty if nothing. */
  String meantForTime() {
    return meant(SchemaRole.TIME, GraphSchema.TIMES, TIME, use -> use.times);
  }

  /** What may have been meant for the time of items that have none; empty if nothing. */
  String meantForItemTime() {
    return meant(SchemaRole.ITEM_TIME, GraphSchema.ITEM_TIMES, ITEM_TIME, use -> use.years);
  }

  private String meant(
      SchemaRole role, List<String> candidates, String kind, ToLongFunction<Use> usable) {
    String dates =
        dates().filter(name -> usable(name, usable) > 0).collect(Collectors.joining(", "));
    if (!dates.isEmpty()) {
      return "; no time was found, but dates in %s: set %s".formatted(dates, role.configKey());
    }
    String written =
        uses.keySet().stream().filter(this::isWritten).collect(Collectors.joining(", "));
    if (!written.isEmpty()) {
      return "; no time was found, but dates as text in %s: %s".formatted(written, AS_TEXT);
    }
    String others = candidates.stream().filter(uses::containsKey).collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : "; no time was found: no %s in %s".formatted(kind, others);
  }

  /** Names of the properties that hold dates or datetimes, in alphabetical order. */
  private Stream<String> dates() {
    return uses.keySet().stream().filter(name -> uses.get(name).times > uses.get(name).numbers);
  }

  /** The rating of interactions: given, or found where any is a finite number. */
  Optional<SchemaRow> rating(GivenNames given) {
    return row(SchemaRole.RATING, given, GraphSchema.RATINGS, "number", use -> use.numbers);
  }

  /** The time of items: given, or found where any says in which year something appeared. */
  Optional<SchemaRow> itemTime(GivenNames given) {
    return row(SchemaRole.ITEM_TIME, given, GraphSchema.ITEM_TIMES, ITEM_TIME, use -> use.years);
  }

  private Optional<SchemaRow> row(
      SchemaRole role,
      GivenNames given,
      List<String> candidates,
      String kind,
      ToLongFunction<Use> usable) {
    given.name(role).ifPresent(name -> requireUsable(given, role, name, kind, usable));
    return given
        .name(role)
        .or(() -> candidates.stream().filter(name -> usable(name, usable) > 0).findFirst())
        .map(
            name ->
                given.row(
                    role,
                    Optional.of(name),
                    count(name),
                    firstOf(candidates),
                    unusable(kind, usable(name, usable), count(name))));
  }

  private void requireUsable(
      GivenNames given, SchemaRole role, String name, String kind, ToLongFunction<Use> usable) {
    if (count(name) > 0 && usable(name, usable) == 0) {
      String wayOut = role != SchemaRole.RATING && isWritten(name) ? AS_TEXT + ", " : "";
      given
          .problems()
          .add(
              "%s: no %s in any of the %d values of '%s'; %sleave it out, or name another property",
              role.configKey(), kind, count(name), name, wayOut);
    }
  }

  private boolean isWritten(String name) {
    return 2 * uses.get(name).written > uses.get(name).count;
  }

  private long usable(String name, ToLongFunction<Use> usable) {
    return uses.containsKey(name) ? usable.applyAsLong(uses.get(name)) : 0;
  }

  /** What to know of values that a training leaves out; empty if there are none. */
  private static String unusable(String kind, long usable, long count) {
    return usable == count
        ? ""
        : "; no %s in %d of its %d values".formatted(kind, count - usable, count);
  }

  static String firstOf(List<String> names) {
    return "first of %s".formatted(String.join(", ", names));
  }

  /** Whether a property has few values, all of them strings, booleans or integers. */
  boolean isFeature(String name) {
    return uses.containsKey(name) && uses.get(name).isFeature();
  }

  /** Number of distinct values of a property that {@link #isFeature}; of others fewer are known. */
  int distinctValues(String name) {
    return uses.containsKey(name) ? uses.get(name).values.size() : 0;
  }

  /** What to know of a property that is given as a feature; empty if nothing. */
  String asFeature(String name) {
    return distinctValues(name) > Use.MOST_FEATURE_VALUES
        ? "; more than %d distinct values, each of which is learned by itself"
            .formatted(Use.MOST_FEATURE_VALUES)
        : "";
  }

  /** What the values of one property are. */
  private static final class Use {
    private static final int MOST_FEATURE_VALUES = 100;

    private final Set<Object> values = new HashSet<>();
    private long count;
    private long numbers;
    private long times;
    private long years;
    private long written;
    private boolean discrete = true;

    void add(Object value) {
      count++;
      numbers += TimeValue.number(value).isPresent() ? 1 : 0;
      times += TimeValue.moment(value).isPresent() ? 1 : 0;
      years += TimeValue.years(value).isPresent() ? 1 : 0;
      written += TimeValue.isWritten(value) ? 1 : 0;
      discrete &=
          value instanceof String
              || value instanceof Boolean
              || (value instanceof Number && !(value instanceof Double || value instanceof Float));
      if (values.size() <= MOST_FEATURE_VALUES && !value.getClass().isArray()) {
        values.add(value);
      }
    }

    boolean isFeature() {
      boolean differsEverywhere = values.size() == count;
      boolean few = values.size() >= 2 && values.size() <= MOST_FEATURE_VALUES;
      return discrete && few && !differsEverywhere;
    }
  }
}
