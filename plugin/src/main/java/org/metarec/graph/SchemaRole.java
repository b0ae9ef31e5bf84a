package org.metarec.graph;

/** What a label, a relationship type or a property of the graph is to metarec. */
public enum SchemaRole {
  INTERACTION("interaction", "interactionTypes", Kind.TYPES),
  USER("user", "userLabel", Kind.LABEL),
  ITEM("item", "itemLabel", Kind.LABEL),
  RELATION("relation", "relationshipTypes", Kind.TYPES),
  USER_KEY("userKey", "userKey", Kind.PROPERTY),
  ITEM_KEY("itemKey", "itemKey", Kind.PROPERTY),
  TIME("time", "timeProperty", Kind.PROPERTY),
  RATING("rating", "ratingProperty", Kind.PROPERTY),
  USER_FEATURE("userFeature", "userFeatures", Kind.PROPERTIES_OR_TYPES),
  ITEM_FEATURE("itemFeature", "itemFeatures", Kind.PROPERTIES),
  ITEM_TIME("itemTime", "itemTimeProperty", Kind.PROPERTY);

  /** What plays a role. */
  public enum Kind {
    LABEL("label"),
    TYPES("relationship type"),
    PROPERTY("property"),
    PROPERTIES("property"),
    PROPERTIES_OR_TYPES("property or relationship type");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public boolean isProperty() {
      return this == PROPERTY || this == PROPERTIES || this == PROPERTIES_OR_TYPES;
    }

    /** One of them, in words. */
    public String word() {
      return word;
    }
  }

  private final String word;
  private final String configKey;
  private final Kind kind;

  SchemaRole(String word, String configKey, Kind kind) {
    this.word = word;
    this.configKey = configKey;
    this.kind = kind;
  }

  /** The word a user reads: "itemKey". */
  public String word() {
    return word;
  }

  /** The key by which a user sets it: "itemKey". */
  public String configKey() {
    return configKey;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether several names may play it, so that a user sets a list. */
  public boolean takesMany() {
    return kind != Kind.LABEL && kind != Kind.PROPERTY;
  }
}
