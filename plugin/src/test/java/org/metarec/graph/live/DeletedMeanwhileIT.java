package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.model.ServingModel;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.Watched;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** What is committed between the moment items are found and the one their rows are read. */
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
  void anItemThatLosesItsRowIsReadAgain() {
    assertThatThrownBy(() -> read("MATCH (film:Movie {id: 'm1'}) REMOVE film.rotate_item_a"))
        .isInstanceOf(NotFoundException.class); // which starts the reading anew
  }
}
