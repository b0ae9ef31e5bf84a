package org.metarec.graph.live.item;

import java.util.ArrayList;
import java.util.List;
import org.metarec.graph.live.item.ItemLinks.Neighbour;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/** Which values of its features an item has. Immutable. */
final class ItemFeatureValues {
  private final ModelNode model;
  private final ModelParameters parameters;
  private final List<String> features;

  ItemFeatureValues(ModelNode model, ModelParameters parameters) {
    this.model = model;
    this.parameters = parameters;
    this.features = model.relationNames(Relation.Kind.ITEM_FEATURE);
  }

  /** How many features there are. */
  int count() {
    return features.size();
  }

  /** What an item has, of what the training knew. */
  List<Neighbour> of(Node item) {
    List<Neighbour> values = new ArrayList<>();
    for (String feature : features) {
      int relation = model.relation(feature, Relation.Kind.ITEM_FEATURE);
      for (String name : FeatureReader.names(item, List.of(feature))) {
        Integer value = parameters.featureValues().get(name);
        if (value != null) {
          values.add(new Neighbour(relation, ValueIds.of(value)));
        }
      }
    }
    return values;
  }
}
