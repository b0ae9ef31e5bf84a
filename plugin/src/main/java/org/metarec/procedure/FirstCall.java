package org.metarec.procedure;

import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.metarec.MetarecException;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.metarec.graph.waiting.LongReading;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;
import org.neo4j.logging.Log;

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
   * Asks for the first user that is found, waits for the answer, and tells the log of it.
   *
   * @return how many items it has; 0 too where nobody can be asked for, or is answered
   */
  static long answered(Metarec metarec, Log log) {
    Stopwatch watch = Stopwatch.createStarted();
    try (Transaction tx = LongReading.begin(metarec.database())) { // it waits for the model
      if (metarec.store().version(tx, ModelStore.DEFAULT_NAME).isEmpty()) {
        return 0; // any other is read by its first call
      }
      ModelNode model = metarec.store().require(tx, ModelStore.DEFAULT_NAME);
      Optional<Node> user = model.schema().user().flatMap(users -> first(tx, users));
      long items = user.map(node -> answered(tx, node)).orElse(0L);
      log.info(
          "model '%s' of %s serves: its first call was answered with %d items after %d ms",
          model.name(), model.version(), items, watch.elapsed(TimeUnit.MILLISECONDS));
      return items;
    } catch (MetarecException | QueryExecutionException unanswered) {
      log.warn("no call of model '%s' is answered: %s", ModelStore.DEFAULT_NAME, why(unanswered));
      return 0;
    } catch (NotFoundException | TransactionTerminatedException ended) {
      return 0; // the model or the user was deleted, or somebody ended the call
    }
  }

  private static String why(RuntimeException unanswered) {
    return Throwables.getRootCause(unanswered).getMessage();
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
