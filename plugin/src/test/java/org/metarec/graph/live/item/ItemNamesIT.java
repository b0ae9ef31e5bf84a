package org.metarec.graph.live.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;

/** Films, told apart by an {@code id}, as users and people are. */
class ItemNamesIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  private static final ItemNames NAMES =
      new ItemNames("Movie", Set.of("DIRECTED"), Set.of("id", "year"));

  @BeforeEach
  void create() {
    DATABASE.run(TinyMovieGraph.DATA);
  }

  /** How many nodes a statement changes that are read anew. */
  private static int changedBy(String statement) {
    List<Integer> sizes = new ArrayList<>();
    DATABASE.runHeardBy(
        new TransactionEventListenerAdapter<Object>() {
          @Override
          public Object beforeCommit(
              TransactionData data, Transaction transaction, GraphDatabaseService database) {
            sizes.add(NAMES.changes(data).size());
            return sizes;
          }
        },
        statement);
    return sizes.get(0);
  }

  @Test
  void usersThatSignUpOrAreRenamedAreNoItems() {
    assertThat(changedBy("UNWIND range(1, 300) AS n CREATE (:User {id: 'n' + n})")).isZero();
    assertThat(changedBy("MATCH (u:User) SET u.id = 'renamed ' + u.id")).isZero();
  }

  @Test
  void aFilmWithAnotherKeyOrYearHasChanged() {
    assertThat(changedBy("MATCH (m:Movie {id: 'm1'}) SET m.id = 'm99'")).isOne();
    assertThat(changedBy("MATCH (m:Movie {id: 'm2'}) REMOVE m.year")).isOne();
    assertThat(changedBy("MATCH (m:Movie {id: 'm3'}) SET m.title = 'Insider'")).isZero();
  }

  @Test
  void aNodeThatBecomesAFilmOrIsOneNoLongerHasChanged() {
    assertThat(changedBy("CREATE (:Movie {id: 'm99'})")).isOne();
    assertThat(changedBy("MATCH (u:User {id: 'u1'}) SET u:Movie")).isOne();
    assertThat(changedBy("MATCH (m:Movie {id: 'm1'}) REMOVE m:Movie")).isOne();
    assertThat(changedBy("MATCH (m:Movie {id: 'm2'}) REMOVE m:Movie SET m.id = 'x'")).isOne();
    assertThat(changedBy("MATCH (m:Movie {id: 'm3'}) DETACH DELETE m")).isPositive();
  }
}
