package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.BusyException;
import org.metarec.graph.NodeIds;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class NodeBatchesIT {
  private static final Label FILM = Label.label("Film");

  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static NodeBatches batches() {
    return new NodeBatches(DATABASE.service(), Duration.ofSeconds(1));
  }

  private static long[] films() {
    return DATABASE.read(
        tx -> {
          try (var nodes = tx.findNodes(FILM)) {
            return nodes.stream().flatMapToLong(node -> LongStream.of(NodeIds.of(node))).toArray();
          }
        });
  }

  @Test
  void everyNodeOfSeveralBatchesIsChangedOnce() {
    DATABASE.run("UNWIND range(1, 20001) AS i CREATE (:Film)");
    long[] ids = films();

    batches().change(ids, (node, position) -> node.setProperty("at", position), "", Progress.NONE);
    long sum =
        DATABASE.read(
            tx -> (long) tx.execute("MATCH (f:Film) RETURN sum(f.at) AS sum").next().get("sum"));
    assertThat(sum).isEqualTo(20000L * 20001 / 2);

    batches().clear(Set.of("at"), "", Progress.NONE);
    assertThat(batches().anyBears(Set.of("at"), Progress.NONE)).isFalse();
  }

  @Test
  void aNodeThatSomebodyElseHasLockedIsNotWaitedForWithoutEnd() {
    DATABASE.run("CREATE (:Film)");
    long[] ids = films();
    try (Transaction other = DATABASE.service().beginTx()) {
      Node film = NodeIds.find(other, ids[0]).orElseThrow();
      film.setProperty("title", "locked");

      assertThatThrownBy(
              () ->
                  batches()
                      .change(ids, (node, at) -> node.setProperty("at", at), "", Progress.NONE))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("within 1 seconds")
          .hasMessageContaining("locks on the same nodes");
    }
  }
}
