package org.metarec.graph;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.graphdb.Transaction;

/**
 * The names that a graph uses, those of models left out; each list in alphabetical order.
 *
 * @param propertyKeys those that were ever used: Neo4j keeps them
 */
record NamesInUse(List<String> labels, List<String> relationshipTypes, List<String> propertyKeys) {

  static NamesInUse of(Transaction tx) {
    List<String> labels = new ArrayList<>();
    tx.getAllLabelsInUse().forEach(label -> labels.add(label.name()));
    labels.remove(ModelProperties.MODEL.name());
    List<String> relationshipTypes = new ArrayList<>();
    tx.getAllRelationshipTypesInUse().forEach(type -> relationshipTypes.add(type.name()));
    List<String> propertyKeys = new ArrayList<>();
    tx.getAllPropertyKeys().forEach(propertyKeys::add);
    return new NamesInUse(sorted(labels), sorted(relationshipTypes), sorted(propertyKeys));
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  /** For a message: what there is. */
  String inWords() {
    return labels.isEmpty() && relationshipTypes.isEmpty()
        ? "an empty graph"
        : "the labels %s and the relationship types %s".formatted(labels, relationshipTypes);
  }
}
