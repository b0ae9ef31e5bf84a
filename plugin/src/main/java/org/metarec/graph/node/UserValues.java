package org.metarec.graph.node;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.SchemaRole;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the features of users. A name stands for a property, and where it was given for
 * relationships of that type, too: each node that they lead to is a value. What is an interaction
 * is no feature.
 */
public final class UserValues {
  /** Between the type of a relationship and the key of the node that it leads to. */
  public static final String LEADS_TO = "→";

  private final List<String> names;
  private final List<RelationshipType> types;
  private final List<KeyedLabel> keyed;
  private final LabelKeys keys;

  public UserValues(Transaction tx, GraphSchema schema) {
    this.names = schema.userFeatures();
    this.types =
        schema.rows().stream()
            .filter(row -> row.role() == SchemaRole.USER_FEATURE && row.given())
            .flatMap(row -> row.name().stream())
            .filter(name -> !schema.interactionTypes().contains(name))
            .map(RelationshipType::withName)
            .toList();
    this.keyed = Stream.concat(schema.user().stream(), schema.item().stream()).toList();
    this.keys = new LabelKeys(tx, Progress.NONE);
  }

  /**
   * A node that a user is linked with.
   *
   * @param value its name among the user's values
   * @param relationship internal id
   * @param node internal id
   */
  public record Link(String value, long relationship, long node) {
    private Link older(Link other) {
      return relationship <= other.relationship ? this : other;
    }
  }

  /** Names of a user's values: "city=Ulm" of a property, "LIKES_GENRE→Drama" of a node. */
  public Set<String> of(Node user) {
    Set<String> values = new LinkedHashSet<>(FeatureReader.names(user, names));
    links(user).forEach(link -> values.add(link.value));
    return values;
  }

  /** The nodes among a user's values; of several relationships with one the oldest. */
  public Collection<Link> links(Node user) {
    Map<List<Object>, Link> links = new LinkedHashMap<>();
    for (RelationshipType type : types) {
      try (var relationships = user.getRelationships(Direction.OUTGOING, type)) {
        relationships.forEach(
            one ->
                link(type, one)
                    .ifPresent(
                        link -> links.merge(List.of(link.value, link.node), link, Link::older)));
      }
    }
    return links.values();
  }

  private Optional<Link> link(RelationshipType type, Relationship relationship) {
    return NodeIds.unlessDeleted(() -> key(relationship.getEndNode()))
        .flatMap(value -> value)
        .map(
            value ->
                new Link(
                    prefix(type) + value, NodeIds.of(relationship), NodeIds.endOf(relationship)));
  }

  /** The keys of users and items are those of the schema. */
  private Optional<Object> key(Node node) {
    return keyed.stream()
        .filter(of -> of.isOn(node))
        .flatMap(of -> of.value(node).stream())
        .filter(value -> !value.getClass().isArray()) // its text is another each time
        .findFirst()
        .or(() -> keys.valueOf(node));
  }

  /** Whether a value is a node. */
  public boolean isNode(String value) {
    return types.stream().anyMatch(type -> value.startsWith(prefix(type)));
  }

  private static String prefix(RelationshipType type) {
    return type.name() + LEADS_TO;
  }
}
