package org.metarec.bench.serve;

import java.util.function.ObjIntConsumer;
import org.metarec.bench.experiment.GraphWriter;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * What a {@link FilmGraph} has far too much of once it is added: a user and an item with very many
 * clicks, and a person in half of the films.
 *
 * @param films of the graph, with keys from m0 on
 * @param clicks of the item; the user has a tenth
 */
record FilmHubs(int films, int clicks) {
  private static final String PERSON = "everywhere";

  private static void forEach(
      GraphDatabaseService database, int count, ObjIntConsumer<Transaction> action) {
    new GraphWriter(database).forEach(count, GraphWriter.BATCH, action);
  }

  /** Creates a node; returns its element id. */
  private static String create(GraphDatabaseService database, Label label, String key) {
    return new GraphWriter(database).create(label, 1, (node, i) -> node.setProperty("id", key))[0];
  }

  private static Node film(Transaction tx, int number) {
    return tx.findNode(FilmGraph.FILM, "id", "m" + number);
  }

  /** Users with many clicks, and with a click on a film that many have clicked. */
  void addUsers(GraphDatabaseService database) {
    addHeavyUser(database);
    addItem(database);
  }

  /**
   * A user {@code heavy}, who leaves every hundredth film for recommending, and clicks one more
   * than once where there are fewer than clicks.
   */
  private void addHeavyUser(GraphDatabaseService database) {
    String user = create(database, FilmGraph.USER, "heavy");
    int different = films - 1 - (films - 1) / 100;
    forEach(
        database,
        clicks / 10,
        (tx, i) -> {
          int place = i % different;
          Node film = film(tx, 1 + place + place / 99);
          click(tx.getNodeByElementId(user), film, 1_700_000_000L + i);
        });
  }

  /**
   * A film that {@code clicks} other users have clicked, and two users with forty clicks: {@code
   * fan} has clicked it, {@code other} an ordinary film in its place.
   */
  private void addItem(GraphDatabaseService database) {
    String item;
    try (Transaction tx = database.beginTx()) {
      item = film(tx, 0).getElementId();
    }
    forEach(
        database,
        clicks,
        (tx, i) -> {
          Node film = tx.getNodeByElementId(item);
          click(tx.createNode(FilmGraph.USER), film, FilmGraph.FIRST_CLICK + i);
        });
    database.executeTransactionally(
        """
        UNWIND [['fan', 'm0'], ['other', 'm1']] AS pair
        CREATE (user:User {id: pair[0]})
        WITH user, [i IN range(1, 39) | 'm' + (100 * i)] + pair[1] AS ids
        UNWIND ids AS id
        MATCH (film:Movie {id: id})
        CREATE (user)-[:CLICKED {at: 1700000000}]->(film)
        """);
  }

  private static void click(Node user, Node film, long at) {
    Relationship click = user.createRelationshipTo(film, FilmGraph.CLICKED);
    click.setProperty("at", at);
  }

  /**
   * A person who acts in every other film, all but one that {@code other} has clicked among them.
   * In all films a person would tell nothing, and have the weight 0.
   */
  void addPerson(GraphDatabaseService database) {
    String person = create(database, Label.label("Person"), PERSON);
    RelationshipType acts = RelationshipType.withName("ACTED_IN");
    forEach(
        database,
        films / 2,
        (tx, i) -> tx.getNodeByElementId(person).createRelationshipTo(film(tx, 2 * i), acts));
  }

  /** Deletes what was added. */
  void delete(GraphDatabaseService database) {
    String isAdded = " WHERE user.id IS NULL OR user.id IN ['heavy', 'fan', 'other']";
    delete(database, "(user:User)-[hub:CLICKED]->()" + isAdded);
    delete(database, "(user:User)" + isAdded + " WITH user AS hub");
    delete(database, "(:Person {id: '%s'})-[hub:ACTED_IN]->()".formatted(PERSON));
    delete(database, "(hub:Person {id: '%s'})".formatted(PERSON));
    delete(database, "()-[hub:IN_GENRE {hub: true}]->()");
  }

  /**
   * Deletes a part at a time: a million are too many for one transaction.
   *
   * @param hubs the pattern to match, with the variable {@code hub}
   */
  private static void delete(GraphDatabaseService database, String hubs) {
    database.executeTransactionally(
        "MATCH %s CALL (hub) { DELETE hub } IN TRANSACTIONS OF 50000 ROWS".formatted(hubs));
  }
}
