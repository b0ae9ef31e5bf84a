package org.metarec.graph.live.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metarec.graph.live.item.ItemLinks.Neighbour;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/** Which values of its features an item has. Immutable. */
final class ItemFeatureValues {
  private final List<Feature> features;
  private final Map<String, Integer> values;

  /** A property of items. */
  private record Feature(String property, int relation) {}

  ItemFeatureValues(ModelNode model, ModelParameters parameters) {
    Relation.Kind kind = Relation.Kind.ITEM_FEATURE;
    this.features =
        model.relationNames(kind).stream()
            .map(property -> new Feature(property, model.relation(property, kind)))
            .toList();
    this.values = parameters.featureValues();
  }

  /** How many features there are. */
  int count() {
    return features.size();
  }

  /** What an item has, of what the training knew. */
  List<Neighbour> of(Node item) {
    List<Neighbour> found = new ArrayList<>();
    for (Feature feature : features) {
      for (String name : FeatureReader.names(item, List.of(feature.property()))) {
        Integer value = values.get(name);
        if (value != null) {
          found.add(new Neighbour(feature.relation(), ValueIds.of(value)));
        }
      }
    }
    return found;
  }
}
