package org.metarec.graph.live.model;

import java.util.Optional;
import org.metarec.graph.live.item.ItemLinks;
import org.metarec.graph.store.LinkedRows;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.NodePart;
import org.metarec.meta.rating.RatingContent;
import org.metarec.model.rating.RatingPrior;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * The rows from which ratings are predicted, as {@link org.metarec.model.rating.RatingModel}
 * describes them: of an item that the training knew the stored one, of another what its attributes
 * and its year let expect. Read from the nodes when they are asked for; nothing is kept.
 */
public final class RatedNodes {
  private final Transaction tx;
  private final LiveModel live;
  private final LinkedRows rows;
  private final RatingPrior prior;

  /**
   * @param live a model that predicts ratings
   */
  public RatedNodes(Transaction tx, LiveModel live) {
    this.tx = tx;
    this.live = live;
    this.rows = new LinkedRows(live.model(), live.parameters());
    this.prior = live.parameters().ratings().orElseThrow();
  }

  /**
   * The row of an item: {@code float[width + 2]}.
   *
   * @throws org.metarec.ModelFormatException if the node holds something else
   */
  public float[] row(Node item) {
    ModelNode model = live.model();
    boolean isTrained =
        item.hasProperty(model.property(NodePart.ITEM)); // an attribute has a row too
    Optional<float[]> stored = isTrained ? model.row(item, NodePart.RATING) : Optional.empty();
    return stored.orElseGet(() -> expected(item));
  }

  private float[] expected(Node item) {
    RatingContent content = RatingContent.empty(prior);
    for (ItemLinks.Neighbour next : live.requireTaste().reader().neighbours(item)) {
      if (live.items().number(next.id()) < 0) {
        rows.row(tx, next.id(), NodePart.RATING)
            .ifPresent(row -> content.addStored(next.relation(), row));
      }
    }
    return content.expectedRow(prior, live.model().schema().itemYear(item));
  }
}
