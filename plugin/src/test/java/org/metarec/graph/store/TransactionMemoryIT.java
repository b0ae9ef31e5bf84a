package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.neo4j.configuration.GraphDatabaseSettings.memory_transaction_max_size;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.waiting.OwnTransactions;
import org.metarec.graph.waiting.Patience;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.configuration.Config;
import org.neo4j.graphdb.Node;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Where {@code db.memory.transaction.max} says how much memory a transaction may take. */
class TransactionMemoryIT {
  private static final long MEBIBYTE = 1024 * 1024;

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static NodeBatches batches() {
    return new NodeBatches(
        DATABASE.service(), new OwnTransactions(DATABASE.service(), Patience.USUAL));
  }

  private static void limit(long bytes) {
    GraphDatabaseAPI database = (GraphDatabaseAPI) DATABASE.service();
    database
        .getDependencyResolver()
        .resolveDependency(Config.class)
        .setDynamic(memory_transaction_max_size, bytes, "test");
  }

  @AfterEach
  void unlimit() {
    limit(0);
  }

  private static long[] films(int count) {
    DATABASE.run("UNWIND range(1, %d) AS i CREATE (:Film)".formatted(count));
    return DATABASE.read(tx -> tx.getAllNodes().stream().mapToLong(NodeIds::of).toArray());
  }

  private static int setRow(Node node, int length) {
    node.setProperty("row", new float[length]);
    return length * Float.BYTES;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 16})
  @Timeout(60)
  void whatDoesNotFitIsChangedInSmallerTransactions(int mebibytes) {
    long[] films = films(8000);
    limit(mebibytes * MEBIBYTE);

    batches().change(films, (node, position) -> setRow(node, 128), "", Progress.NONE);
    assertThat(batches().borne(Set.of("row"), Progress.NONE)).containsExactly("row");
    batches().clear(Set.of("row"), "", Progress.NONE);
    assertThat(batches().borne(Set.of("row"), Progress.NONE)).isEmpty();
  }

  @Test
  @Timeout(60)
  void aNodeThatDoesNotFitAloneIsAnErrorThatNamesTheLimit() {
    long[] films = films(3);
    limit(2 * MEBIBYTE);

    assertThatThrownBy(
            () ->
                batches()
                    .change(films, (node, position) -> setRow(node, 1 << 20), "", Progress.NONE))
        .hasStackTraceContaining("db.memory.transaction.max");
  }
}
