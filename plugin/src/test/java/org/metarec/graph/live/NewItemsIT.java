package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.user.UserView;
import org.metarec.path.Links;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Node;

/** Items that came since all were read: one by one, and very many at once. */
class NewItemsIT {
  private static final int DIRECTED = 1;
  private static final String DIRECTED_BY =
      """
      MATCH (person:Person {id: '%2$s'}) MERGE (film:Movie {id: '%1$s'})
      CREATE (film)<-[:DIRECTED]-(person)
      """;

  /** With people that are there, people that come with them, and years. */
  static final String MANY =
      """
      MATCH (person:Person {id: 'p1'}), (genre:Genre) WITH person, collect(genre) AS genres
      UNWIND range(%1$d, %2$d - 1) AS i
      CREATE (film:Movie {id: 'n' + i, year: 1990 + i %% 20})<-[:DIRECTED]-(person),
        (film)<-[:ACTED_IN]-(:Person {id: 'q' + i})
      WITH film, genres[i %% size(genres)] AS genre
      CREATE (film)-[:IN_GENRE]->(genre)
      """;

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  private static void direct(String film, String person) {
    DATABASE.run(DIRECTED_BY.formatted(film, person));
  }

  private static void cast(String film, String person) {
    DATABASE.run(DIRECTED_BY.formatted(film, person).replace("DIRECTED", "ACTED_IN"));
  }

  private static float[] row(LiveModel live, String id) {
    return live.requireServing().taste().items().row(MODEL.item(live, id));
  }

  @Test
  void whatWasAdaptedFromOneNewFilmIsNotTakenForAnother() {
    MODEL.live();
    DATABASE.run("MATCH (ada:User {id: 'u1'}) CREATE (ada)-[:CLICKED]->(:Movie {id: 'n5'})");
    long before = fingerprintOfAda();
    int number = MODEL.item(MODEL.live(), "n5");

    DATABASE.run("CREATE (:Movie {id: 'n1'})");
    assertThat(MODEL.item(MODEL.live(), "n1")).as("it has taken the number").isEqualTo(number);
    assertThat(fingerprintOfAda()).as("the same clicks").isEqualTo(before);

    DATABASE.run(
        "MATCH (ada:User {id: 'u1'})-[click:CLICKED]->(:Movie {id: 'n5'}),"
            + " (film:Movie {id: 'n1'}) DELETE click CREATE (ada)-[:CLICKED]->(film)");
    assertThat(fingerprintOfAda()).as("another film").isNotEqualTo(before);
  }

  @Test
  void whatWasAdaptedStaysRightWhenAnotherFilmIsDeletedAndAllAreReadAgain() {
    MODEL.live();
    long before = fingerprintOfAda();
    DATABASE.run("MATCH (film:Movie {id: 'm10'}) DETACH DELETE film"); // she has not clicked it
    assertThat(MODEL.item(MODEL.readAnew(), "m2")).isNotEqualTo(MODEL.item(MODEL.live(), "m2"));

    assertThat(fingerprintOfAda()).as("as it was read").isEqualTo(before);
    assertThat(fingerprintOfAda(MODEL.freshCatalog())).as("read again").isEqualTo(before);
  }

  @Test
  void aFilmThatIsGivenAnotherKeyIsAnotherBeforeARestartAndAfter() {
    MODEL.live();
    DATABASE.run(
        "MATCH (ada:User {id: 'u1'}), (film:Movie {id: 'm12'}) SET film.id = 'm12a'"
            + " CREATE (ada)-[:CLICKED]->(film)");

    assertThat(fingerprintOfAda()).isEqualTo(fingerprintOfAda(MODEL.freshCatalog()));
  }

  private static long fingerprintOfAda() {
    return fingerprintOfAda(MODEL.catalog());
  }

  private static long fingerprintOfAda(ModelCatalog catalog) {
    return DATABASE.read(
        tx -> {
          Optional<Node> ada = Optional.of(TinyMovieGraph.node(tx, "u1"));
          UserView view = catalog.view(tx, "metarec", ada, List.of(), List.of());
          return view.history().fingerprint();
        });
  }

  @Test
  void aFilmWhoseDirectorWasMetBeforeHasTheRowOfOneWhoseWasNot() {
    MODEL.live();
    direct("n1", "p1");
    float[] first = row(MODEL.live(), "n1");
    direct("n2", "p1");

    assertThat(row(MODEL.live(), "n2")).isEqualTo(first);
    assertThat(row(MODEL.readAnew(), "n2")).isEqualTo(first);
  }

  @Test
  void aDirectorAddedByALaterTransactionIsSeen() {
    MODEL.live();
    direct("n1", "p1");
    float[] before = row(MODEL.live(), "n1");
    direct("n1", "p2");

    LiveModel live = MODEL.live();
    Links links = live.requireServing().paths().relation(DIRECTED).attributes();
    assertThat(links.degree(MODEL.item(live, "n1"))).isEqualTo(2);
    assertThat(row(live, "n1")).isNotEqualTo(before).isEqualTo(row(MODEL.readAnew(), "n1"));
  }

  /** Nor whether those of one type came one after the other. */
  @Test
  void theOrderInWhichRelationsCameDoesNotMatter() {
    MODEL.live();
    direct("n1", "p1");
    cast("n1", "p2");
    direct("n1", "p3");
    cast("n1", "p4");
    List.of("p4", "p2").forEach(person -> cast("n2", person));
    List.of("p3", "p1").forEach(person -> direct("n2", person));

    LiveModel live = MODEL.live();
    assertThat(row(live, "n1")).isEqualTo(row(live, "n2"));
  }

  @Test
  void aModelOfEmbeddingsAloneHasNoItemsToRead() {
    MODEL.publishWithoutTaste();
    LiveModel before = MODEL.live();
    direct("n1", "p1");

    assertThat(MODEL.live()).isSameAs(before);
  }

  /** More than one thread takes, and more than are carried along. */
  @Test
  void veryManyAtOnceAreReadAsIfOneByOne() {
    MODEL.live();
    DATABASE.run(MANY.formatted(0, 1500));

    assertThat(MODEL.live().requireServing().itemCount()).isEqualTo(12 + 1500);
    assertThat(ItemText.of(MODEL.live())).isEqualTo(ItemText.of(MODEL.readAnew()));
  }

  /** While another asks all the time, and all items are read again in the background. */
  @Test
  void everyAnswerHoldsWhatWasCommittedBeforeIt() throws Exception {
    MODEL.live();
    AtomicBoolean isDone = new AtomicBoolean();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> asking =
          other.submit(
              () -> {
                while (!isDone.get()) {
                  MODEL.live();
                }
              });
      for (int count = 0; count < 2000; count += 40) {
        DATABASE.run(MANY.formatted(count, count + 40));
        assertThat(MODEL.live().requireServing().itemCount()).isEqualTo(12 + count + 40);
      }
      isDone.set(true);
      asking.get();
    } finally {
      isDone.set(true);
      other.shutdown();
    }
    assertThat(ItemText.of(MODEL.live())).isEqualTo(ItemText.of(MODEL.readAnew()));
  }
}
