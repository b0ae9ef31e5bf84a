package org.metarec.graph.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.metarec.graph.FeatureReader;
import org.metarec.graph.TimeValue;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.ItemContent;
import org.metarec.meta.NewItemRows;
import org.metarec.model.PriorShape;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/**
 * The rows of items that the training did not know: from their relations to nodes that it knew, the
 * values of their features, and their time.
 */
final class NewItems {
  private final ModelNode model;
  private final ModelParameters parameters;
  private final NewItemRows rows;

  NewItems(ModelNode model, ModelParameters parameters, NewItemRows rows) {
    this.model = model;
    this.parameters = parameters;
    this.rows = rows;
  }

  /** The row of an item, as in the model's table. */
  float[] row(int item, Node node) {
    PriorShape shape = parameters.taste().orElseThrow().prior().shape();
    ItemContent content = new ItemContent(shape);
    new EmbeddedNeighbours(model, parameters)
        .of(
            node,
            (relation, row, itemIsHead) -> {
              if (relation < shape.contentRelations()) { // interactions say nothing of a new item
                content.add(relation, row, parameters.phases().row(relation), !itemIsHead);
              }
            });
    return rows.of(item, content.values(), values(node), year(node));
  }

  /** The values of the item's features that the training knew. */
  private List<Integer> values(Node node) {
    List<String> properties = model.relationNames(Relation.Kind.ITEM_FEATURE);
    return FeatureReader.names(node, properties).stream()
        .map(parameters.featureValues()::indexOf)
        .filter(value -> value >= 0)
        .toList();
  }

  /** In years, NaN where unknown. */
  private float year(Node node) {
    Optional<Object> time = model.schema().itemTimeProperty().map(p -> node.getProperty(p, null));
    return (float) time.map(TimeValue::years).orElse(OptionalDouble.empty()).orElse(Double.NaN);
  }
}
