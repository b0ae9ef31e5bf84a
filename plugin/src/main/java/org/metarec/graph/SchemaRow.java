package org.metarec.graph;

import java.util.Optional;

/**
 * One finding of the schema.
 *
 * @param name the label, relationship type or property; empty for the key of nodes that have none
 * @param count how many nodes or relationships bear it
 * @param detail why it was taken, or what to set
 */
public record SchemaRow(SchemaRole role, Optional<String> name, long count, String detail) {

  public SchemaRow(SchemaRole role, String name, long count, String detail) {
    this(role, Optional.of(name), count, detail);
  }
}
