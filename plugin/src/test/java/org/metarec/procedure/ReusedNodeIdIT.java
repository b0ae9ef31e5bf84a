package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.graph.node.NodeIds;
import org.neo4j.driver.Record;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Neo4j gives the internal id of a deleted node to one created later. Whatever models remember by
 * id, it has nothing of the deleted one: it is treated like a twin that has an id of its own.
 */
class ReusedNodeIdIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Label SPARE = Label.label("Spare");

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void trainAndReadAll() {
    DATABASE.startAnew();
    DATABASE.train();
    DATABASE.rows("CALL metarec.recommend('u5')");
    DATABASE.rows("CALL metarec.similar('m1')");
    DATABASE.rows("CALL metarec.complete('m1')");
  }

  /** Deletes a node and creates one that has its id. */
  private static void reuse(String deleted, String creation) {
    long id;
    try (Transaction tx = DATABASE.graph().beginTx()) {
      Node node = (Node) tx.execute(deleted + " RETURN node").columnAs("node").next();
      id = NodeIds.of(node);
      tx.execute("MATCH (node) WHERE node = $node DETACH DELETE node", Map.of("node", node));
      tx.commit();
    }
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!createdWith(id, creation)) { // Neo4j gives an id again when it has used up some others
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  private static boolean createdWith(long id, String creation) {
    try (Transaction tx = DATABASE.graph().beginTx()) {
      for (int i = 0; i < 100; i++) {
        Node node = tx.createNode(SPARE);
        if (NodeIds.of(node) == id) {
          tx.execute("WITH $node AS node " + creation, Map.of("node", node, "id", "reborn"));
          tx.commit();
          return true;
        }
      }
      tx.commit();
      return false;
    }
  }

  private static void createTwin(String creation) {
    DATABASE.rows("CREATE (node) WITH node " + creation, Map.of("id", "twin"));
  }

  /** A query's rows are those of the reborn node, and the same of its twin. */
  private static void assertAlike(String query) {
    List<Record> reborn = DATABASE.rows(query, Map.of("id", "reborn"));
    assertThat(reborn).isNotEmpty().isEqualTo(DATABASE.rows(query, Map.of("id", "twin")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (node:Movie {id: 'm2'})",
        "MATCH (node:Movie {id: 'm12'})",
        "MATCH (node:Person {id: 'p1'})",
        "MATCH (node:User {id: 'u6'})"
      })
  void aFilmHasNothingOfTheDeletedNode(String deleted) {
    String creation =
        "MATCH (scott:Person {id: 'p3'}) SET node:Movie, node.id = $id"
            + " CREATE (scott)-[:DIRECTED]->(node)";
    reuse(deleted, creation);
    createTwin(creation);

    assertAlike("CALL metarec.score('u5', [$id]) YIELD score RETURN score");
    assertAlike("CALL metarec.explain('u8', $id) YIELD relation, contribution RETURN *");
    assertAlike(
        "CALL metarec.recommend('u8', {newOnly: true}) YIELD item, score, contributions, paths"
            + " WITH * WHERE item.id = $id RETURN score, contributions, size(paths)");
    assertAlike(
        "CALL metarec.similar('m9', {topK: 100}) YIELD item, score"
            + " WITH * WHERE item.id = $id RETURN score");
    assertAlike("CALL metarec.complete($id) YIELD candidate, score RETURN candidate, score");
    assertAlike("MATCH (film:Movie {id: $id}) RETURN metarec.embedding(film) AS embedding");
  }

  @Test
  void aFilmIsSeenByWhoeverClicksItAndByNobodyElse() {
    reuse("MATCH (node:Movie {id: 'm2'})", "SET node:Movie, node.id = $id");
    String offered =
        "CALL metarec.recommend($user, {topK: 100}) YIELD item RETURN collect(item.id) AS ids";

    DATABASE.rows(
        "MATCH (user:User {id: 'u1'}), (film:Movie {id: 'reborn'}) CREATE (user)-[:CLICKED]->(film)");

    assertThat(ids(offered, "u5")).contains("reborn"); // who had clicked the deleted one
    assertThat(ids(offered, "u1")).doesNotContain("reborn").contains("m1");
  }

  private static List<Object> ids(String query, String user) {
    return Iterables.getOnlyElement(DATABASE.rows(query, Map.of("user", user))).get("ids").asList();
  }

  @Test
  void aDirectorHasNothingOfTheDeletedFilm() {
    String creation =
        "SET node:Person, node.id = $id"
            + " CREATE (node)-[:DIRECTED]->(:Movie {id: 'first of ' + $id}),"
            + " (node)-[:DIRECTED]->(:Movie {id: 'second of ' + $id})";
    reuse("MATCH (node:Movie {id: 'm2'})", creation);
    createTwin(creation);

    assertAlike(
        "CALL metarec.recommend(null, {clicks: ['first of ' + $id], topK: 100})"
            + " YIELD item, contributions, paths WITH * WHERE item.id = 'second of ' + $id"
            + " RETURN contributions.DIRECTED, [path IN paths | length(path)]");
    assertAlike("MATCH (node:Person {id: $id}) RETURN metarec.embedding(node) AS embedding");
  }

  @Test
  void aUserHasNothingOfTheDeletedNode() {
    String creation =
        "MATCH (alien:Movie {id: 'm7'}) SET node:User, node.id = $id"
            + " CREATE (node)-[:CLICKED {at: datetime('2026-03-01')}]->(alien)";
    DATABASE.rows("CALL metarec.adapt()");
    reuse("MATCH (node:User {id: 'u5'})", creation);
    createTwin(creation);

    assertAlike("CALL metarec.recommend($id) YIELD item, score RETURN item.id, score");
    assertAlike("CALL metarec.adapt($id) YIELD clicks, lossBefore, lossAfter RETURN *");
  }
}
