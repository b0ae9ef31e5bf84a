package org.metarec.graph.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metarec.graph.FeatureReader;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.AttributeProjection;
import org.metarec.meta.ContentVector;
import org.metarec.model.Prior;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/** What each value of an item's features adds to its vector. Immutable. */
final class ItemFeatureVectors {
  private final List<Feature> features = new ArrayList<>();

  /** A value that the training knew: its number and {@code float[width]}. */
  private static final class Value {
    private final int number;
    private final float[] vector;

    Value(int number, float[] vector) {
      this.number = number;
      this.vector = vector;
    }
  }

  /** A property of items, with its values by their names. */
  private record Feature(String property, int relation, Map<String, Value> values) {}

  ItemFeatureVectors(ModelNode model, ModelParameters parameters) {
    Prior prior = parameters.taste().orElseThrow().prior();
    for (String property : model.relationNames(Relation.Kind.ITEM_FEATURE)) {
      int relation = model.relation(property, Relation.Kind.ITEM_FEATURE);
      float[] phase = parameters.phases().row(relation);
      AttributeProjection projection = new AttributeProjection(prior, relation, phase, false);
      Map<String, Value> values = new HashMap<>();
      for (int number = 0; number < parameters.featureValues().size(); number++) {
        String name = parameters.featureValues().get(number);
        if (name.startsWith(property + "=")) {
          float[] vector = projection.of(parameters.featureRows().row(number));
          values.put(name, new Value(number, vector));
        }
      }
      features.add(new Feature(property, relation, values));
    }
  }

  /**
   * Adds what an item has.
   *
   * @return the numbers of its values
   */
  List<Integer> addTo(ContentVector content, Node item) {
    List<Integer> numbers = new ArrayList<>();
    for (Feature feature : features) {
      for (String name : FeatureReader.names(item, List.of(feature.property()))) {
        Value value = feature.values().get(name);
        if (value != null) {
          content.add(feature.relation(), value.vector);
          numbers.add(value.number);
        }
      }
    }
    return numbers;
  }
}
