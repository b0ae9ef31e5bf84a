package org.metarec.graph.store;

import org.metarec.model.TrainingState;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.neo4j.graphdb.Node;

/** How a {@link TrainingState} stands on the model node; its items are on theirs. */
final class TrainingStateFormat {
  private static final String FISHER = "fisher_";
  private static final String LATEST = "latestInteraction";

  private TrainingStateFormat() {}

  static void write(Node node, TrainingState state) {
    for (PriorPart part : PriorPart.values()) {
      if (part.trained()) {
        node.setProperty(FISHER + part.key(), state.fisher().part(part));
      }
    }
    node.setProperty(LATEST, state.latestInteraction());
  }

  static Fisher fisher(Node node, PriorShape shape) {
    StoredProperties stored = new StoredProperties(node);
    return new Fisher(shape, part -> stored.floats(FISHER + part.key(), part.length(shape)));
  }

  static double latestInteraction(Node node) {
    return new StoredProperties(node).required(LATEST, Double.class);
  }
}
