package org.metarec.graph;

/** What a label, a relationship type or a property of the graph is to metarec. */
public enum SchemaRole {
  INTERACTION("interaction"),
  USER("user"),
  ITEM("item"),
  RELATION("relation"),
  USER_KEY("userKey"),
  ITEM_KEY("itemKey"),
  TIME("time"),
  RATING("rating"),
  USER_FEATURE("userFeature"),
  ITEM_FEATURE("itemFeature"),
  ITEM_TIME("itemTime");

  private final String word;

  SchemaRole(String word) {
    this.word = word;
  }

  /** The word a user reads: "itemKey". */
  public String word() {
    return word;
  }
}
