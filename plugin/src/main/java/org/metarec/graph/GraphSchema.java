package org.metarec.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.metarec.GraphMismatchException;
import org.neo4j.graphdb.Node;

/**
 * Which labels, relationship types and properties of a graph play which role: what was found, and
 * what the caller said instead. Immutable.
 *
 * <p>The names that discovery looks for stand here and nowhere else; nothing here knows what the
 * graph is about.
 *
 * @param rows ordered by role, within a role by name
 */
public record GraphSchema(List<SchemaRow> rows) {

  /** Types of interactions, the first that fits is taken. */
  public static final List<String> INTERACTION_TYPES =
      List.of(
          "CLICKED",
          "VIEWED",
          "WATCHED",
          "LISTENED",
          "LIKED",
          "RATED",
          "REVIEWED",
          "BOUGHT",
          "PURCHASED",
          "ORDERED");

  public static final List<String> TIMES = List.of("at", "timestamp", "time", "createdAt");
  public static final List<String> RATINGS = List.of("rating", "stars");
  public static final List<String> ITEM_TIMES =
      List.of("year", "released", "publishedAt", "createdAt");

  /** The key that is preferred among the properties with a uniqueness constraint. */
  public static final String ID = "id";

  /** The keys of nodes without a uniqueness constraint. */
  public static final List<String> NAMES = List.of("name", "title");

  public GraphSchema {
    rows =
        rows.stream()
            .sorted(
                Comparator.comparing(SchemaRow::role).thenComparing(row -> row.name().orElse("")))
            .toList();
  }

  /** Relationship types from users to items; empty where embeddings are all there is to learn. */
  public List<String> interactionTypes() {
    return names(SchemaRole.INTERACTION);
  }

  /** Empty where there are no users. */
  public Optional<KeyedLabel> user() {
    return name(SchemaRole.USER).map(label -> new KeyedLabel(label, name(SchemaRole.USER_KEY)));
  }

  /** Empty where there are no items: then every node is like any other. */
  public Optional<KeyedLabel> item() {
    return name(SchemaRole.ITEM).map(label -> new KeyedLabel(label, name(SchemaRole.ITEM_KEY)));
  }

  /**
   * The label of the items.
   *
   * @param modelName of the model that was trained with this schema
   * @throws GraphMismatchException if there are no items
   */
  public KeyedLabel requireItem(String modelName) {
    return item()
        .orElseThrow(
            () ->
                new GraphMismatchException(
                    "model '%s' knows no items: none were found when it was trained, and"
                        + " metarec.similar and keys of items need them; set itemLabel and train"
                        + " it again, or pass metarec.complete a node",
                    modelName));
  }

  /** Relationship types between items and other nodes, or of all nodes where there are no items. */
  public List<String> relationshipTypes() {
    return names(SchemaRole.RELATION);
  }

  public Optional<String> timeProperty() {
    return name(SchemaRole.TIME);
  }

  public Optional<String> ratingProperty() {
    return name(SchemaRole.RATING);
  }

  public List<String> userFeatures() {
    return names(SchemaRole.USER_FEATURE);
  }

  public List<String> itemFeatures() {
    return names(SchemaRole.ITEM_FEATURE);
  }

  public Optional<String> itemTimeProperty() {
    return name(SchemaRole.ITEM_TIME);
  }

  /** When an item appeared, in years; NaN where unknown. */
  public float itemYear(Node item) {
    Optional<Object> time = itemTimeProperty().map(property -> item.getProperty(property, null));
    return (float) time.map(TimeValue::years).orElse(OptionalDouble.empty()).orElse(Double.NaN);
  }

  /** How many nodes or relationships play a role, when the schema was found. */
  public long count(SchemaRole role) {
    return rows.stream().filter(row -> row.role() == role).mapToLong(SchemaRow::count).sum();
  }

  /** About how many values a user's features have together; a list counts as one. */
  public long valuesOfUser() {
    long users = Math.max(1, count(SchemaRole.USER));
    return rows.stream()
        .filter(row -> row.role() == SchemaRole.USER_FEATURE && row.name().isPresent())
        .mapToLong(row -> Math.max(1, row.count() / users))
        .sum();
  }

  /** The keys that the caller gave; for all else names were found. */
  public Set<String> givenKeys() {
    return rows.stream()
        .filter(SchemaRow::given)
        .map(row -> row.role().configKey())
        .collect(Collectors.toSet());
  }

  /** All that play a role, by name. */
  public List<String> names(SchemaRole role) {
    return rows.stream()
        .filter(row -> row.role() == role)
        .flatMap(row -> row.name().stream())
        .toList();
  }

  private Optional<String> name(SchemaRole role) {
    return names(role).stream().findFirst();
  }
}
