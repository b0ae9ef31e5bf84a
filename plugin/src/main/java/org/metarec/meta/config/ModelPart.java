package org.metarec.meta.config;

/** A part of the model that {@code without} leaves out, to see what it is worth. */
public enum ModelPart {
  /** The embeddings: a new item's content and known items' rows count as zero. */
  ROTATE("rotate"),
  /** The values of paths. */
  PATHS("paths"),
  /**
   * What items and the others of their attributes earned, in bias and vector, and how items are
   * rated.
   */
  ITEM_PRIOR("itemPrior"),
  /** The recurrent unit that reads the clicks in their order. */
  GRU("gru"),
  /** The inner loop: every user keeps the starting weights. */
  ADAPTATION("adaptation");

  private final String typedName;

  ModelPart(String typedName) {
    this.typedName = typedName;
  }

  /** The word the user types. */
  public String typedName() {
    return typedName;
  }
}
