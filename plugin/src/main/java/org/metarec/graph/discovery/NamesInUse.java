package org.metarec.graph.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The names that a graph uses, those of models left out; each list in alphabetical order.
 *
 * @param propertyKeys those that were ever used: Neo4j keeps them
 */
record NamesInUse(List<String> labels, List<String> relationshipTypes, List<String> propertyKeys) {

  static NamesInUse of(Transaction tx, Progress progress) {
    List<String> labels =
        names(tx.getAllLabelsInUse(), Label::name, label -> tx.findNodes(label), progress);
    labels.remove(ModelNode.LABEL.name());
    List<String> relationshipTypes =
        names(
            tx.getAllRelationshipTypesInUse(),
            RelationshipType::name,
            type -> tx.findRelationships(type),
            progress);
    List<String> propertyKeys = new ArrayList<>();
    tx.getAllPropertyKeys().forEach(propertyKeys::add);
    return new NamesInUse(sorted(labels), sorted(relationshipTypes), sorted(propertyKeys));
  }

  /** To Neo4j a name is in use already when a constraint has it; to us when something bears it. */
  private static <T> List<String> names(
      Iterable<T> used,
      Function<T, String> name,
      Function<T, ResourceIterator<?>> bearers,
      Progress progress) {
    List<String> names = new ArrayList<>();
    for (T one : used) {
      progress.checkRunning();
      try (ResourceIterator<?> bearing = bearers.apply(one)) {
        if (bearing.hasNext()) {
          names.add(name.apply(one));
        }
      }
    }
    return names;
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  /** Those that can play a role of some kind. */
  List<String> names(SchemaRole.Kind kind) {
    return switch (kind) {
      case LABEL -> labels;
      case TYPES -> relationshipTypes;
      case PROPERTY, PROPERTIES -> propertyKeys;
      case PROPERTIES_OR_TYPES ->
          Stream.concat(propertyKeys.stream(), relationshipTypes.stream()).toList();
    };
  }

  /** For a message: what there is. */
  String inWords() {
    return labels.isEmpty() && relationshipTypes.isEmpty()
        ? "an empty graph"
        : "the labels %s and the relationship types %s".formatted(labels, relationshipTypes);
  }
}
