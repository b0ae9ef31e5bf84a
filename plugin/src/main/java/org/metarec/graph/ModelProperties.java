package org.metarec.graph;

import org.neo4j.graphdb.Label;

/** What belongs to models and not to the graph that they are learned from. */
public final class ModelProperties {
  /** The label of model nodes. */
  public static final Label MODEL = Label.label("_MetarecModel");

  private ModelProperties() {}
}
