package org.metarec.graph;

/** What a label, a relationship type or a property of the graph is to metarec. */
public enum SchemaRole {
  INTERACTION("interaction", "interactionTypes"),
  USER("user", "userLabel"),
  ITEM("item", "itemLabel"),
  RELATION("relation", "relationshipTypes"),
  USER_KEY("userKey", "userKey"),
  ITEM_KEY("itemKey", "itemKey"),
  TIME("time", "timeProperty"),
  RATING("rating", "ratingProperty"),
  USER_FEATURE("userFeature", "userFeatures"),
  ITEM_FEATURE("itemFeature", "itemFeatures"),
  ITEM_TIME("itemTime", "itemTimeProperty");

  private final String word;
  private final String configKey;

  SchemaRole(String word, String configKey) {
    this.word = word;
    this.configKey = configKey;
  }

  /** The word a user reads: "itemKey". */
  public String word() {
    return word;
  }

  /** The key by which a user sets it: "itemKey". */
  public String configKey() {
    return configKey;
  }
}
