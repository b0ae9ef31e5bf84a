package org.metarec.graph.live.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.graph.live.GraphChanges;
import org.metarec.graph.live.ModelCatalog;
import org.metarec.graph.live.PublishedModel;
import org.metarec.testing.EmptyDatabase;

/** A long history that goes on with its user's latest clicks is the one that would be read. */
class GrowingHistoryIT {
  private static final String CLICK =
      "MATCH (user:User {id: 'busy'}), (film:Movie {id: '%s'}) CREATE (user)-[:CLICKED {at: %d}]->(film)";

  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();

  private static final EmptyDatabase DATABASE = MODEL.database();

  @BeforeEach
  void manyClicksAreKept() {
    DATABASE.run(LongHistoriesIT.MANY_CLICKS);
    kept();
  }

  private static UserHistory kept() {
    return history(MODEL.catalog());
  }

  private static UserHistory readAnew() {
    return history(MODEL.freshCatalog(new GraphChanges()));
  }

  private static UserHistory history(ModelCatalog catalog) {
    return DATABASE.read(tx -> LongHistoriesIT.history(tx, catalog, List.of()));
  }

  /** Its first click is the very object of before: nothing that was kept is read again. */
  private static void assertGrown(UserHistory before, String... changes) {
    DATABASE.run(changes);
    UserHistory now = kept();
    assertThat(now).isEqualTo(readAnew()).isNotEqualTo(before);
    assertThat(now.clicks().get(0)).isSameAs(before.clicks().get(0));
  }

  private static void assertReadAgain(String... changes) {
    UserHistory before = kept();
    DATABASE.run(changes);
    UserHistory now = kept();
    assertThat(now).isEqualTo(readAnew());
    assertThat(now.clicks().get(0)).isNotSameAs(before.clicks().get(0));
  }

  @Test
  void aLaterClickIsAddedToWhatIsKept() {
    assertGrown(kept(), CLICK.formatted("m7", 5000));
    assertThat(kept().clicks()).hasSize(5);
    assertGrown(kept(), CLICK.formatted("m8", 5001), CLICK.formatted("m9", 5002));
  }

  @Test
  void aFilmThatIsClickedAgainComesLast() {
    int again = kept().clicks().get(1).item();
    assertGrown(kept(), CLICK.formatted("m3", 5000));

    assertThat(kept().clicks()).hasSize(4);
    assertThat(Iterables.getLast(kept().clicks()).item()).isEqualTo(again);
  }

  @Test
  void aFilmThatCameSinceIsAddedToo() {
    assertGrown(kept(), "CREATE (:Movie {id: 'n5'})", CLICK.formatted("n5", 5000));
    assertGrown(kept(), "CREATE (:Movie {id: 'n1'})", CLICK.formatted("n1", 5001));
  }

  @Test
  void otherRelationshipsOfTheUserAreNoClicks() {
    UserHistory before = kept();
    DATABASE.run(
        "MATCH (user:User {id: 'busy'}), (other:User {id: 'u1'}) CREATE (user)-[:KNOWS]->(other)");
    assertThat(kept()).isSameAs(before);
    assertGrown(before, CLICK.formatted("m7", 5000));
  }

  @Test
  void clicksOfLongAgoOrWithoutATimeHaveTheirPlace() {
    assertReadAgain(CLICK.formatted("m7", 5));
    assertReadAgain(
        "MATCH (user:User {id: 'busy'}), (film:Movie {id: 'm8'}) CREATE (user)-[:CLICKED]->(film)");
  }

  @Test
  void whatGoesOrChangesWithALaterClickCounts() {
    assertReadAgain(
        CLICK.formatted("m7", 5000),
        "MATCH (:User {id: 'busy'})-[click:CLICKED {at: 2097}]->() DELETE click");
    assertReadAgain(
        "MATCH (:User {id: 'busy'})-[click:CLICKED {at: 2096}]->() SET click.at = 6000",
        CLICK.formatted("m8", 7000));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whateverIsCommittedItIsTheOneThatWouldBeRead(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 12; round++) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        DATABASE.run(change(random, 3000 + 10 * round + i));
      }
      assertThat(kept()).as("round %d", round).isEqualTo(readAnew());
    }
  }

  private static String change(SplittableRandom random, int now) {
    String film = "m" + (1 + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> CLICK.formatted(film, random.nextInt(now));
      case 1 ->
          "MATCH (:User {id: 'busy'})-[c:CLICKED {at: %d}]->() DELETE c"
              .formatted(random.nextInt(2100));
      case 2 ->
          "MATCH (:User {id: 'busy'})-[c:CLICKED {at: %d}]->() SET c.at = %d"
              .formatted(random.nextInt(2100), now);
      case 3 -> "CREATE (:Movie {id: 'n%d'})".formatted(now);
      default -> CLICK.formatted(film, now);
    };
  }
}
