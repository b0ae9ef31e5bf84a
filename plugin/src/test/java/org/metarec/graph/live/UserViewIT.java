package org.metarec.graph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.live.user.Click;
import org.metarec.graph.live.user.UserHistory;
import org.metarec.graph.live.user.UserView;
import org.metarec.graph.store.StoredWeights;
import org.metarec.model.rating.RatingScale;
import org.metarec.path.UserPaths;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyModel;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

class UserViewIT {
  @RegisterExtension static final PublishedModel MODEL = new PublishedModel();
  private static final EmptyDatabase DATABASE = MODEL.database();

  private static UserView view(Transaction tx, String user, Click... clicks) {
    Optional<Node> node = Optional.of(user).map(id -> TinyMovieGraph.node(tx, id));
    return MODEL.catalog().view(tx, "metarec", node, List.of(clicks), List.of());
  }

  private static Click undated(Transaction tx, String film) {
    return new Click(TinyMovieGraph.node(tx, film), Optional.empty(), Optional.empty());
  }

  @Test
  void clicksComeInTheOrderOfTime() {
    List<String> films = DATABASE.read(tx -> PublishedModel.clicked(tx, view(tx, "u2")));

    assertThat(films).containsExactly("m8", "m10", "m2", "m4");
  }

  @Test
  void anItemCountsOnceAtItsLastClickAndThoseWithoutATimeComeFirst() {
    DATABASE.run(
        """
        MATCH (user:User {id: 'u2'}), (blade:Movie {id: 'm8'}), (thief:Movie {id: 'm1'})
        CREATE (user)-[:CLICKED {at: datetime('2026-06-01')}]->(blade),
          (user)-[:CLICKED]->(thief), (user)-[:CLICKED {at: 'yesterday'}]->(thief)
        """);

    List<String> films = DATABASE.read(tx -> PublishedModel.clicked(tx, view(tx, "u2")));
    assertThat(films).containsExactly("m1", "m10", "m2", "m4", "m8");
  }

  /** Nobody knows how old it is; of the others each fades by those that came later. */
  @Test
  void aClickWithoutATimeDoesNotFade() {
    List<Float> weights =
        DATABASE.read(
            tx -> {
              UserHistory history = view(tx, "u2", undated(tx, "m7")).history();
              UserPaths paths = history.support().pathsIn(MODEL.live().requireServing().paths());
              return history.supporting().stream()
                  .map(click -> paths.clickWeight(0, click.item()))
                  .toList();
            });

    assertThat(weights.get(0)).isEqualTo(1);
    assertThat(weights.subList(1, weights.size())).isSorted().doesNotHaveDuplicates();
    assertThat(weights.get(1)).isBetween(0f, 0.99f);
    assertThat(weights.get(weights.size() - 1)).isEqualTo(1);
  }

  @Test
  void givenClicksAreTakenForTheUsersOwn() {
    List<String> films =
        DATABASE.read(
            tx -> {
              UserView view = view(tx, "u2", undated(tx, "m7"));
              assertThat(view.history().supporting(0).handle()).isEmpty();
              assertThat(view.history().supporting(1).handle()).isPresent();
              return PublishedModel.clicked(tx, view);
            });
    assertThat(films).containsExactly("m7", "m8", "m10", "m2", "m4");
  }

  @Test
  void aGivenClickOnAnItemClickedBeforeKeepsTheRelationship() {
    DATABASE.inspect(
        tx -> {
          Node heat = TinyMovieGraph.node(tx, "m2");
          Click given = new Click(heat, Optional.of(5), Optional.of("2026-12-31"));
          UserHistory history = view(tx, "u2", given).history();
          int latest = history.clicks().size() - 1;
          assertThat(history.clicks()).hasSize(4);
          assertThat(history.clicks()).filteredOn(UserHistory.Past::isGiven).hasSize(1);
          assertThat(history.clicks()).allSatisfy(past -> assertThat(past.handle()).isPresent());
          assertThat(history.supporting(latest)).isEqualTo(history.clicks().get(latest));
        });
  }

  @Test
  void anAnonymousVisitorHasTheGivenClicksOnly() {
    DATABASE.read(
        tx -> {
          Click given = new Click(TinyMovieGraph.node(tx, "m7"), Optional.of(5), Optional.empty());
          UserView view =
              MODEL.catalog().view(tx, "metarec", Optional.empty(), List.of(given), List.of());
          assertThat(PublishedModel.clicked(tx, view)).containsExactly("m7");
          assertThat(view.history().userValues()).isEmpty();
          return view;
        });
  }

  @Test
  void theUsersFeaturesAreRead() {
    List<Integer> values = DATABASE.read(tx -> view(tx, "u2").history().userValues());

    assertThat(values).as("25-34 is the second of three").containsExactly(1);
  }

  @Test
  void ratingsAreMappedToOneToFiveAndWhatIsNoNumberIsAClick() {
    MODEL.publish(DATABASE.read(tx -> TinyModel.withRatings(tx, 0, 10)));
    DATABASE.run(
        """
        MATCH (:User {id: 'u2'})-[click:CLICKED]->(film)
        SET click.rating = CASE film.id WHEN 'm8' THEN 5 WHEN 'm10' THEN 'good' WHEN 'm2' THEN 12.0 END
        """);
    List<Float> ratings =
        DATABASE.read(
            tx ->
                view(tx, "u2").history().clicks().stream().map(UserHistory.Past::rating).toList());
    assertThat(ratings).containsExactly(3f, Float.NaN, 5f, Float.NaN);
    RatingScale scale =
        DATABASE.read(tx -> view(tx, "u2").live().requireServing().taste().ratings());
    assertThat(scale).isEqualTo(new RatingScale(0, 10, 3, 4));
  }

  @Test
  void aClickOnAFilmCreatedInTheCallersOwnTransactionCounts() {
    UserView before = DATABASE.read(tx -> view(tx, "u2"));
    try (Transaction tx = DATABASE.service().beginTx()) {
      tx.execute(
          """
          MATCH (user:User {id: 'u2'}), (mann:Person {id: 'p1'})
          CREATE (user)-[:CLICKED]->(:Movie {id: 'm99'})<-[:DIRECTED]-(mann)
          """);
      UserView own = view(tx, "u2");
      assertThat(PublishedModel.clicked(tx, own)).containsExactly("m99", "m8", "m10", "m2", "m4");
      assertThat(own.live().requireServing().itemCount()).isEqualTo(13);
      assertThat(own.history().seen()).hasSize(5);
    }
    UserView after = DATABASE.read(tx -> view(tx, "u2"));
    assertThat(after.live()).as("what was rolled back is not kept").isSameAs(before.live());
  }

  @Test
  void weightsAreReadUntilTheClicksOrTheModelChange() {
    float[] weights = {1, 2, 3};
    try (Transaction tx = DATABASE.service().beginTx()) {
      UserView view = view(tx, "u2");
      Node user = TinyMovieGraph.node(tx, "u2");
      StoredWeights.write(user, view.live().model(), view.history().fingerprint(), weights);
      tx.commit();
    }
    assertThat(weightsOf("u2")).contains(weights);
    assertThat(weightsOf("u1")).isEmpty();

    DATABASE.run("MATCH (user:User {id: 'u2'})-[click:CLICKED]->(:Movie {id: 'm8'}) DELETE click");
    assertThat(weightsOf("u2")).as("another history").isEmpty();

    DATABASE.run(
        "MATCH (user:User {id: 'u2'}), (film:Movie {id: 'm8'})"
            + " CREATE (user)-[:CLICKED {at: date('2025-01-01')}]->(film)");
    assertThat(weightsOf("u2")).as("the same history again").contains(weights);

    MODEL.publish(2);
    assertThat(weightsOf("u2")).as("another model").isEmpty();
  }

  private static Optional<float[]> weightsOf(String user) {
    return DATABASE.read(
        tx -> {
          UserView view = view(tx, user);
          Node node = TinyMovieGraph.node(tx, user);
          return StoredWeights.read(node, view.live().model(), view.history().fingerprint());
        });
  }

  @Test
  void aViewOfAModelWithoutTasteSaysWhatIsMissing() {
    MODEL.publishWithoutTaste();
    assertThatThrownBy(() -> DATABASE.read(tx -> view(tx, "u2")))
        .hasMessageContaining("CALL metarec.train()");
  }
}
