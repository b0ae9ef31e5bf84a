package org.metarec.graph.live;

import java.util.Optional;
import java.util.OptionalDouble;
import org.metarec.graph.TimeValue;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.ItemContent;
import org.metarec.meta.ItemVectors;
import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.TasteModel;
import org.neo4j.graphdb.Node;

/**
 * The rows of items that the training did not know: from their relations to nodes that it knew, the
 * values of their features, and their time.
 */
final class NewItems {
  private final ModelNode model;
  private final ModelParameters parameters;
  private final Prior prior;

  NewItems(ModelNode model, ModelParameters parameters, TasteModel taste) {
    this.model = model;
    this.parameters = parameters;
    this.prior = taste.prior();
  }

  /** Sets the row of an item. */
  void setRow(ItemTable table, int item, Node node) {
    ItemContent content = new ItemContent(prior.shape());
    new EmbeddedNeighbours(model, parameters)
        .contentOf(
            node,
            (relation, row, itemIsHead) ->
                content.add(relation, row, parameters.phases().row(relation), !itemIsHead));
    new ItemVectors(prior).setNew(table, item, content.values(), year(node));
  }

  /** In years, NaN where unknown. */
  private float year(Node node) {
    Optional<Object> time = model.schema().itemTimeProperty().map(p -> node.getProperty(p, null));
    return (float) time.map(TimeValue::years).orElse(OptionalDouble.empty()).orElse(Double.NaN);
  }
}
