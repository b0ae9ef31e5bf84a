package org.metarec.graph.live.user;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.metarec.graph.TimeValue;
import org.neo4j.graphdb.Node;

/**
 * An interaction with an item, its values as they stand in the graph.
 *
 * @param rating empty for a plain click
 * @param time those without one come first
 * @param handle id of the relationship; empty where the caller told of it
 */
public record Click(
    Node item, Optional<Object> rating, Optional<Object> time, OptionalLong handle) {

  /** Before all times. */
  static final double NO_TIME = Double.NEGATIVE_INFINITY;

  /** An interaction that the caller tells of. */
  public Click(Node item, Optional<Object> rating, Optional<Object> time) {
    this(item, rating, time, OptionalLong.empty());
  }

  /** When it was, as a number to compare with others; −∞ if unknown. */
  double moment() {
    return time.map(TimeValue::moment).orElse(OptionalDouble.empty()).orElse(NO_TIME);
  }
}
