package org.metarec.procedure;

import java.util.Map;
import java.util.Optional;
import org.metarec.MetarecException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.node.LongReading;
import org.metarec.graph.store.ModelStore;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/**
 * What a client would ask first, asked by the database itself. For its first query Neo4j loads its
 * Cypher, and metarec what an answer takes: seconds, which pass while the model is read.
 */
final class FirstCall {
  private static final String QUERY =
      """
      CALL metarec.recommend($user) YIELD item, score, paths
      RETURN item, score, [path IN paths | [node IN nodes(path) | coalesce(node.title, node.name)]]
      """;

  private FirstCall() {}

  /**
   * Asks for the first user that is found, and waits for the answer.
   *
   * @return how many items it has; 0 too where nobody can be asked for, or is answered: who calls
   *     next is told why
   */
  static long answered(Metarec metarec) {
    try (Transaction tx = LongReading.begin(metarec.database())) { // it waits for the model
      GraphSchema schema = metarec.store().require(tx, ModelStore.DEFAULT_NAME).schema();
      Optional<Node> user = schema.user().flatMap(users -> first(tx, users));
      return user.map(node -> answered(tx, node)).orElse(0L);
    } catch (MetarecException | QueryExecutionException toldToWhoCallsNext) {
      return 0;
    } catch (NotFoundException | TransactionTerminatedException ended) {
      return 0; // the model or the user was deleted, or somebody ended the call
    }
  }

  private static Optional<Node> first(Transaction tx, KeyedLabel users) {
    try (var nodes = tx.findNodes(Label.label(users.label()))) {
      return nodes.stream().findFirst();
    }
  }

  private static long answered(Transaction tx, Node user) {
    try (var rows = tx.execute(QUERY, Map.of("user", user))) {
      return rows.stream().count();
    }
  }
}
