package org.metarec.graph;

import java.util.Optional;

/**
 * One finding of the schema.
 *
 * @param name the label, relationship type or property; empty for the key of nodes that have none,
 *     and where the caller wants none
 * @param count how many nodes or relationships bear it
 * @param detail why it was taken, or what to set
 */
public record SchemaRow(SchemaRole role, Optional<String> name, long count, String detail) {
  /** Begins the detail of what the caller gave. */
  public static final String AS_GIVEN = "as given";

  public SchemaRow(SchemaRole role, String name, long count, String detail) {
    this(role, Optional.of(name), count, detail);
  }

  /** Whether it is something of the graph, or that a key is missing. */
  public boolean isFinding() {
    return name.isPresent() || role == SchemaRole.USER_KEY || role == SchemaRole.ITEM_KEY;
  }

  /** Whether the caller gave it. */
  boolean isGiven() {
    return detail.startsWith(AS_GIVEN);
  }
}
