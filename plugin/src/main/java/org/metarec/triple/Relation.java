package org.metarec.triple;

/**
 * A relation of the training graph; its id is its position in the list of relations.
 *
 * @param name relationship type, or for a feature the name of the item's property
 */
public record Relation(String name, Kind kind) {

  /** Where a relation comes from, which decides what it is good for. */
  public enum Kind {
    /** A relationship type between an item and another node; gives paths. */
    ITEM_RELATION,
    /** A property of the item: a relation to its value, which is no node and gives no paths. */
    ITEM_FEATURE,
    /** A relationship type between a user and an item. */
    INTERACTION
  }
}
