package org.metarec.graph.node;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.LabelKeys;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the features of users. A name stands for a property, and for relationships of that type:
 * each node that they lead to is a value. What is an interaction is no feature.
 */
public final class UserValues {
  /** Between the type of a relationship and the key of the node that it leads to. */
  public static final String LEADS_TO = "→";

  private final List<String> names;
  private final List<RelationshipType> types;
  private final LabelKeys keys;

  public UserValues(Transaction tx, GraphSchema schema) {
    this.names = schema.userFeatures();
    this.types =
        names.stream()
            .filter(name -> !schema.interactionTypes().contains(name))
            .map(RelationshipType::withName)
            .toList();
    this.keys = new LabelKeys(tx, Progress.NONE);
  }

  /**
   * A node that a user is linked with.
   *
   * @param value its name among the user's values
   * @param relationship internal id
   * @param node internal id
   */
  public record Link(String value, long relationship, long node) {}

  /** Names of a user's values: "city=Ulm" of a property, "LIKES_GENRE→Drama" of a node. */
  public Set<String> of(Node user) {
    Set<String> values = new LinkedHashSet<>(FeatureReader.names(user, names));
    links(user).forEach(link -> values.add(link.value));
    return values;
  }

  /** The nodes among a user's values. */
  public List<Link> links(Node user) {
    List<Link> links = new ArrayList<>();
    for (RelationshipType type : types) {
      try (var relationships = user.getRelationships(Direction.OUTGOING, type)) {
        relationships.forEach(one -> link(type, one).ifPresent(links::add));
      }
    }
    return links;
  }

  private Optional<Link> link(RelationshipType type, Relationship relationship) {
    return NodeIds.unlessDeleted(() -> keys.valueOf(relationship.getEndNode()))
        .flatMap(value -> value)
        .map(
            value ->
                new Link(
                    prefix(type) + value, NodeIds.of(relationship), NodeIds.endOf(relationship)));
  }

  /** Whether a value is a node. */
  public boolean isNode(String value) {
    return types.stream().anyMatch(type -> value.startsWith(prefix(type)));
  }

  private static String prefix(RelationshipType type) {
    return type.name() + LEADS_TO;
  }
}
