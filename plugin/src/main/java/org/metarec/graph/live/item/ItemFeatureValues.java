package org.metarec.graph.live.item;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.graph.node.FeatureReader;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.item.ContentVector;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Node;

/** Which values of its features an item has, and what each adds to its vector. Immutable. */
final class ItemFeatureValues {
  private final List<Feature> features = new ArrayList<>();

  /** A value that the training knew. */
  static final class Value {
    private final int relation;
    private final int number;
    private final float[] vector;
    private final boolean isZero;

    private Value(int relation, int number, float[] vector) {
      this.relation = relation;
      this.number = number;
      this.vector = vector;
      this.isZero = Arrays.equals(vector, new float[vector.length]);
    }

    int relation() {
      return relation;
    }

    int number() {
      return number;
    }

    /** Nothing where the training knew of no item that has it. */
    void addTo(ContentVector content) {
      if (!isZero) {
        content.add(relation, vector);
      }
    }
  }

  /** A property of items, with its values by their names. */
  private record Feature(String property, Map<String, Value> values) {}

  ItemFeatureValues(ModelNode model, ModelParameters parameters) {
    Prior prior = parameters.taste().orElseThrow().prior();
    float[] vectors = prior.part(PriorPart.VALUE_ROWS);
    int length = prior.shape().width() + 1;
    for (String property : model.relationNames(Relation.Kind.ITEM_FEATURE)) {
      int relation = model.relation(property, Relation.Kind.ITEM_FEATURE);
      Map<String, Value> values = new HashMap<>();
      for (int number = 0; number < parameters.featureValues().size(); number++) {
        String name = parameters.featureValues().get(number);
        if (name.startsWith(property + "=")) {
          float[] vector = Arrays.copyOfRange(vectors, number * length, (number + 1) * length);
          values.put(name, new Value(relation, number, vector));
        }
      }
      features.add(new Feature(property, values));
    }
  }

  /** How many features there are. */
  int count() {
    return features.size();
  }

  /** What an item has, of what the training knew. */
  List<Value> of(Node item) {
    List<Value> values = new ArrayList<>();
    for (Feature feature : features) {
      for (String name : FeatureReader.names(item, List.of(feature.property()))) {
        Optional.ofNullable(feature.values().get(name)).ifPresent(values::add);
      }
    }
    return values;
  }
}
