package org.metarec.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** What belongs to models and not to the graph that they are learned from. */
public final class ModelProperties {
  /** The label of model nodes. */
  public static final Label MODEL = Label.label("_MetarecModel");

  /** The property of a model node that lists what names of its properties on nodes begin with. */
  public static final String STEMS = "stems";

  private ModelProperties() {}

  /** Whether a property belongs to one of the models that are there now. */
  public static Predicate<String> inUse(Transaction tx) {
    try (ResourceIterator<Node> models = tx.findNodes(MODEL)) {
      List<String> prefixes =
          models.stream()
              .map(model -> (String[]) model.getProperty(STEMS, new String[0]))
              .flatMap(Arrays::stream)
              .map(stem -> stem + "_")
              .toList();
      return property -> prefixes.stream().anyMatch(property::startsWith);
    }
  }
}
