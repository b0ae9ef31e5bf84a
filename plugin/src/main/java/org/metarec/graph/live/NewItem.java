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
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/**
 * What is read of an item that the training did not know: its relations to nodes that it knew, the
 * values of its features, and its time. Immutable.
 */
final class NewItem {
  private final float[] content;
  private final List<Integer> values;
  private final float year;

  private NewItem(float[] content, List<Integer> values, float year) {
    this.content = content;
    this.values = values;
    this.year = year;
  }

  static NewItem read(Node node, ModelNode model, ModelParameters parameters) {
    ItemContent content = new ItemContent(parameters.taste().orElseThrow().prior().shape());
    new EmbeddedNeighbours(model, parameters)
        .contentOf(
            node,
            (relation, row, itemIsHead) ->
                content.add(relation, row, parameters.phases().row(relation), !itemIsHead));
    List<String> properties = model.relationNames(Relation.Kind.ITEM_FEATURE);
    List<Integer> values =
        FeatureReader.names(node, properties).stream()
            .map(parameters.featureValues()::indexOf)
            .filter(value -> value >= 0)
            .toList(); // those that the training knew
    return new NewItem(content.values(), values, year(node, model));
  }

  /** In years, NaN where unknown. */
  private static float year(Node node, ModelNode model) {
    Optional<Object> time = model.schema().itemTimeProperty().map(p -> node.getProperty(p, null));
    return (float) time.map(TimeValue::years).orElse(OptionalDouble.empty()).orElse(Double.NaN);
  }

  /**
   * The item's row, as in the model's table.
   *
   * @param item its number in the paths that the rows are of
   */
  float[] row(int item, NewItemRows rows) {
    return rows.of(item, content, values, year);
  }
}
