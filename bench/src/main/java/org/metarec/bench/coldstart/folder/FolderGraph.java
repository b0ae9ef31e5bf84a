package org.metarec.bench.coldstart.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.metarec.bench.experiment.GraphWriter;
import org.metarec.graph.GraphSchema;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * A folder as a graph: {@code (:User)-[:RATED {rating}]->(:Item)-[:DIRECTOR]->(:Director {name})},
 * the relation named by its file. All items are there; of the users those who have something to
 * learn from. The files have no times, so interactions have none and count in the order of the
 * items' keys, in training and for new users alike.
 */
public final class FolderGraph {
  private static final Label USER = Label.label("User");
  private static final Label ITEM = Label.label("Item");
  private static final RelationshipType RATED = RelationshipType.withName("RATED");
  private static final String NAME = "name";

  private final GraphWriter writer;
  private final NodeTable users;
  private final NodeTable items;
  private final Map<String, String> userIds = new HashMap<>();
  private final Map<String, String> itemIds = new HashMap<>();
  private final SortedMap<String, CsvTable> relations;
  private final Map<String, Map<String, String>> relatedIds = new HashMap<>();

  private FolderGraph(GraphDatabaseService database, ColdStartFolder folder) {
    this.writer = new GraphWriter(database);
    this.users = new NodeTable("users.csv", folder.users());
    this.items = new NodeTable("items.csv", folder.items());
    this.relations = folder.relations();
  }

  /** Writes the folder into an empty database. */
  public static FolderGraph load(GraphDatabaseService database, ColdStartFolder folder) {
    FolderGraph graph = empty(database, folder);
    graph.addItems(graph.items.keys());
    graph.addInteractions(folder.train());
    return graph;
  }

  /** What a folder can be written into bit by bit. */
  public static FolderGraph empty(GraphDatabaseService database, ColdStartFolder folder) {
    FolderGraph graph = new FolderGraph(database, folder);
    graph.writer.constrain(ITEM, graph.items.keyName());
    graph.writer.constrain(USER, graph.users.keyName());
    folder.relations().keySet().forEach(name -> graph.writer.constrain(labelOf(name), NAME));
    return graph;
  }

  /** Adds items, and what they are related to. */
  public void addItems(Set<String> keys) {
    create(ITEM, items, items.keys().stream().filter(keys::contains).toList(), itemIds);
    relations.forEach((name, rows) -> relate(name, rows, keys));
  }

  /** Adds interactions with items that are there, and the users that are not there yet. */
  public void addInteractions(List<Interaction> interactions) {
    List<String> newUsers =
        interactions.stream()
            .map(Interaction::user)
            .filter(user -> !userIds.containsKey(user))
            .distinct()
            .toList();
    create(USER, users, newUsers, userIds);
    writer.forEach(interactions, this::interact);
  }

  private void create(Label label, NodeTable table, List<String> keys, Map<String, String> ids) {
    writer.forEach(
        keys,
        (tx, key) -> {
          Node node = tx.createNode(label);
          table.setKey(node, key);
          table.setProperties(node, key);
          ids.put(key, node.getElementId());
        });
  }

  private void relate(String relation, CsvTable table, Set<String> keys) {
    RelationshipType type = RelationshipType.withName(typeName(relation));
    List<List<String>> rows =
        table.rows().stream().filter(row -> keys.contains(row.get(0))).toList();
    Map<String, String> ids = relatedIds.computeIfAbsent(relation, name -> new HashMap<>());
    List<String> names =
        rows.stream()
            .map(row -> row.get(1))
            .filter(name -> !ids.containsKey(name))
            .distinct()
            .toList();
    writer.forEach(
        names,
        (tx, name) -> {
          Node node = tx.createNode(labelOf(relation));
          node.setProperty(NAME, name);
          ids.put(name, node.getElementId());
        });
    writer.forEach(
        rows,
        (tx, row) ->
            item(tx, row.get(0))
                .createRelationshipTo(tx.getNodeByElementId(ids.get(row.get(1))), type));
  }

  /** A relation that is called like a kind of interaction must not be taken for one. */
  private static String typeName(String relation) {
    String name = relation.toUpperCase(Locale.ROOT);
    return GraphSchema.INTERACTION_TYPES.contains(name) ? "IS_" + name : name;
  }

  private static Label labelOf(String relation) {
    String name = relation.substring(0, 1).toUpperCase(Locale.ROOT) + relation.substring(1);
    boolean isTaken = Set.of(USER.name(), ITEM.name()).contains(name);
    return Label.label(isTaken ? "Related" + name : name);
  }

  private void interact(Transaction tx, Interaction one) {
    interact(tx, tx.getNodeByElementId(userIds.get(one.user())), one);
  }

  /** Adds an interaction to a user's node. */
  public void interact(Transaction tx, Node user, Interaction one) {
    var rated = user.createRelationshipTo(item(tx, one.item()), RATED);
    one.rating().ifPresent(rating -> rated.setProperty("rating", rating));
  }

  /** Adds a node with a user's features and nothing else: no key, no history. */
  public Node createUser(Transaction tx, String user) {
    Node node = tx.createNode(USER);
    users.setProperties(node, user);
    return node;
  }

  /** The node that has the user's history; empty if there is none. */
  public Optional<Node> knownUser(Transaction tx, String user) {
    return Optional.ofNullable(userIds.get(user)).map(tx::getNodeByElementId);
  }

  /**
   * The node of an item.
   *
   * @throws IllegalArgumentException if {@code items.csv} does not have it
   */
  public Node item(Transaction tx, String item) {
    String id = itemIds.get(item);
    if (id == null) {
      throw new IllegalArgumentException("item '%s' has no row in items.csv".formatted(item));
    }
    return tx.getNodeByElementId(id);
  }

  /** Of all items, by element id. */
  public Map<String, String> keysOfItems() {
    return itemIds.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  public GraphDatabaseService database() {
    return writer.database();
  }
}
