package org.metarec.graph;

import java.util.Optional;

/**
 * One finding of the schema.
 *
 * @param name the label, relationship type or property; empty for the key of nodes that have none,
 *     and where the caller wants none
 * @param count how many nodes or relationships bear it
 * @param given whether the caller gave it
 * @param detail why it was taken, or what to set
 */
public record SchemaRow(
    SchemaRole role, Optional<String> name, long count, boolean given, String detail) {

  /** The same with more to its detail. */
  public SchemaRow with(String remark) {
    return new SchemaRow(role, name, count, given, detail + remark);
  }

  /** Whether it is something of the graph, or that a key is missing. */
  public boolean isFinding() {
    return name.isPresent() || role == SchemaRole.USER_KEY || role == SchemaRole.ITEM_KEY;
  }
}
