package org.metarec.graph.reading;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.metarec.graph.TimeValue;
import org.neo4j.graphdb.Entity;

/** Reads one property of many nodes or relationships as a number, and counts what it leaves out. */
final class NumberReader {
  /** What becomes of one whose time is unknown. */
  static final String UNTIMED = "; it counts without a time";

  private final Optional<String> property;
  private final String holder;
  private final String expected;
  private final Function<Object, OptionalDouble> meaning;
  private final String without;
  private long read;
  private long missing;
  private long unusable;

  /**
   * @param without what becomes of one that lacks the property
   */
  private NumberReader(
      Optional<String> property,
      String holder,
      String expected,
      Function<Object, OptionalDouble> meaning,
      String without) {
    this.property = property;
    this.holder = holder;
    this.expected = expected;
    this.meaning = meaning;
    this.without = without;
  }

  /** Moments of interactions of a type: see {@link TimeValue#moment}. */
  static NumberReader ofMoments(Optional<String> property, String type) {
    return new NumberReader(property, type, "time", TimeValue::moment, UNTIMED);
  }

  /** Ratings of interactions of a type. */
  static NumberReader ofRatings(Optional<String> property, String type) {
    return new NumberReader(property, type, "number", TimeValue::number, "; it counts as a click");
  }

  /** Years of items: see {@link TimeValue#years}. */
  static NumberReader ofYears(Optional<String> property, String label) {
    return new NumberReader(property, label, "time", TimeValue::years, UNTIMED);
  }

  /**
   * The property's value; NaN where it is missing or of no use.
   *
   * @throws org.neo4j.graphdb.NotFoundException if the node or relationship has been deleted
   */
  double read(Entity entity) {
    if (property.isEmpty()) {
      return Double.NaN;
    }
    Object value = entity.getProperty(property.get(), null);
    OptionalDouble number = meaning.apply(value);
    read++;
    missing += value == null ? 1 : 0;
    unusable += value != null && number.isEmpty() ? 1 : 0;
    return number.orElse(Double.NaN);
  }

  /**
   * Adds what was left out, by reason; a type or label that never bears the property lacks none.
   */
  void addSkipped(Map<String, Long> skipped) {
    if (unusable > 0) {
      String reason = "%s of %s is not a %s".formatted(property.get(), holder, expected);
      skipped.merge(reason, unusable, Long::sum);
    }
    if (missing > 0 && missing < read) {
      String reason = "%s of %s is missing%s".formatted(property.get(), holder, without);
      skipped.merge(reason, missing, Long::sum);
    }
  }
}
