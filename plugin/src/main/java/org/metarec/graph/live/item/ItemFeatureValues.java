package org.metarec.graph.live.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.graph.live.item.ItemLinks.Neighbour;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.node.ValueIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/** Which values of its features an item has. Immutable. */
final class ItemFeatureValues {
  private final List<Feature> features = new ArrayList<>();

  /** A property of items, with its values by their names. */
  private record Feature(String property, Map<String, Neighbour> values) {}

  /**
   * @param values names of the values that the training knew
   */
  ItemFeatureValues(ModelNode model, List<String> values) {
    for (String property : model.relationNames(Relation.Kind.ITEM_FEATURE)) {
      int relation = model.relation(property, Relation.Kind.ITEM_FEATURE);
      Map<String, Neighbour> ofFeature = new HashMap<>();
      for (int value = 0; value < values.size(); value++) {
        if (values.get(value).startsWith(property + "=")) {
          ofFeature.put(values.get(value), new Neighbour(relation, ValueIds.of(value)));
        }
      }
      features.add(new Feature(property, ofFeature));
    }
  }

  /** How many features there are. */
  int count() {
    return features.size();
  }

  /** What an item has, of what the training knew. */
  List<Neighbour> of(Node item) {
    List<Neighbour> values = new ArrayList<>();
    for (Feature feature : features) {
      for (String name : FeatureReader.names(item, List.of(feature.property()))) {
        Optional.ofNullable(feature.values().get(name)).ifPresent(values::add);
      }
    }
    return values;
  }
}
