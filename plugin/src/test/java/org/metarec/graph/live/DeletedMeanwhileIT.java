package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.model.ServingModel;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.Watched;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** What is committed between the moment nodes are found and the one their rows are read. */
class DeletedMeanwhileIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  /** The model, read while a statement is committed once the items are found. */
  private static LiveModel read(String statement) {
    Watched.Watcher committing =
        (method, arguments) -> {
          if (method.equals("findRelationships")) {
            DATABASE.run(statement);
          }
        };
    return MODEL.read(tx -> Watched.by(committing, Transaction.class, tx));
  }

  @Test
  void deletedItemsAreGone() {
    DATABASE.run("CREATE (:Movie {id: 'n1'}), (:Movie {id: 'n2'})");
    Set<Integer> deleted = Set.of(MODEL.item(MODEL.live(), "m1"), MODEL.item(MODEL.live(), "n1"));

    LiveModel live = read("MATCH (film:Movie) WHERE film.id IN ['m1', 'n1'] DETACH DELETE film");

    ServingModel serving = live.requireServing();
    assertThat(serving.gone()).isEqualTo(deleted);
    assertThat(serving.itemCount()).isEqualTo(14);
    LiveModel anew = MODEL.readAnew();
    assertThat(serving.taste().items().row(MODEL.item(live, "m2")))
        .isEqualTo(anew.requireServing().taste().items().row(MODEL.item(anew, "m2")));
  }

  @Test
  void aNodeThatIsDeletedWhenItIsFoundHasNoEmbedding() {
    AtomicBoolean isDeleted = new AtomicBoolean();
    Watched.Watcher deleting =
        (method, arguments) -> {
          if (method.equals("next") && !isDeleted.getAndSet(true)) {
            DATABASE.run("MATCH (node) WITH node ORDER BY id(node) LIMIT 1 DETACH DELETE node");
          }
        };

    NodeNumbers nodes =
        MODEL.readEmbeddings(tx -> Watched.by(deleting, Transaction.class, tx)).nodes();

    assertThat(IntStream.range(0, nodes.count()).mapToObj(nodes::nodeId))
        .containsExactlyInAnyOrderElementsOf(embedded());
  }

  private static List<Long> embedded() {
    return DATABASE.read(
        tx ->
            tx
                .execute("MATCH (node) WHERE node.rotate_a IS NOT NULL RETURN id(node) AS id")
                .<Long>columnAs("id")
                .stream()
                .toList());
  }

  @Test
  void anItemThatLosesItsRowIsReadAgain() {
    assertThatThrownBy(() -> read("MATCH (film:Movie {id: 'm1'}) REMOVE film.rotate_item_a"))
        .isInstanceOf(NotFoundException.class); // which starts the reading anew
  }
}
