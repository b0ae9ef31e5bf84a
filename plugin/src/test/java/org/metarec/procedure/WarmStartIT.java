package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;
import org.neo4j.driver.Values;

class WarmStartIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  private static final String VECTORS =
      "MATCH (node) WHERE (node:User OR node:Movie OR node:Person OR node:Genre)"
          + " AND NOT node.id IN ['u9', 'm13', 'p13']"
          + " RETURN coalesce(node.id, node.name) AS key, metarec.embedding(node) AS vector"
          + " ORDER BY key";

  private static final String MOMENTS =
      "MATCH (model:_MetarecModel) RETURN model.prior_itemMoments AS moments";

  @BeforeEach
  void aGraphWithoutModels() {
    DATABASE.startAnew();
  }

  private static void addAFilmAndAUser() {
    DATABASE.rows(
        "MATCH (heat:Movie {id: 'm2'}), (ada:User {id: 'u1'})"
            + " CREATE (:Person {id: 'p13', name: 'Val Kilmer'})-[:ACTED_IN]->"
            + "(film:Movie {id: 'm13', title: 'Collateral', year: 2004}),"
            + " (zoe:User {id: 'u9', name: 'Zoe', ageGroup: '65+'}),"
            + " (zoe)-[:CLICKED {at: datetime('2026-03-01')}]->(heat),"
            + " (zoe)-[:CLICKED {at: datetime('2026-03-02')}]->(film),"
            + " (ada)-[:CLICKED {at: datetime('2026-03-03')}]->(film)");
  }

  @Test
  void oldRowsStayAndNewNodesGetTheirs() {
    DATABASE.train();
    Object moments = DATABASE.row(MOMENTS).get("moments").asObject();
    List<Map<String, Object>> before = DATABASE.rows(VECTORS).stream().map(Record::asMap).toList();
    addAFilmAndAUser();
    assertThat(DATABASE.row("CALL metarec.train.estimate({warmStart: true})").get("nodeCount"))
        .isEqualTo(Values.value(35 + 3));
    Record row = DATABASE.row("CALL metarec.train({warmStart: true})");

    assertThat(DATABASE.rows(VECTORS).stream().map(Record::asMap).toList()).isEqualTo(before);
    assertThat(DATABASE.row(MOMENTS).get("moments").asObject()).isEqualTo(moments);
    assertThat(row.get("nodeCount").asLong()).isEqualTo(35 + 3);
    assertThat(row.get("configuration").asMap())
        .containsEntry("warmStart", true)
        .containsEntry("embeddingDimension", 8L)
        .containsEntry("epochs", 20L);
    assertThat(row.get("metaLossPerEpoch").asList()).hasSize(10);
    String stored = row.get("embeddingProperty").asString();
    assertThat(
            DATABASE
                .row(
                    "MATCH (node) WHERE node.id IN ['u9', 'm13', 'p13'] AND size(node."
                        + stored
                        + ") = 16 RETURN count(node) AS count")
                .get("count")
                .asLong())
        .isEqualTo(3);
    assertThat(DATABASE.rows("CALL metarec.recommend('u9', {topK: 3})")).hasSize(3);
    assertThat(DATABASE.rows("CALL metarec.recommend('u1', {newOnly: true})"))
        .as("the new film is known now, only Ferrari is not")
        .hasSize(1);
  }

  @Test
  void whereNothingIsNewTheAnswersStay() {
    DATABASE.rows("CALL metarec.train({metaEpochs: 10, validationFraction: 0})");
    String question =
        "CALL metarec.recommend('u1', {topK: 100}) YIELD item, score"
            + " RETURN collect([item.id, score]) AS scores";
    Object before = DATABASE.row(question).get("scores").asObject();
    DATABASE.rows("CALL metarec.train({warmStart: true})");

    assertThat(DATABASE.row(question).get("scores").asObject()).isEqualTo(before);
  }

  @Test
  void clicksAfterTheLastAreNewToo() {
    DATABASE.train();
    DATABASE.rows(
        "MATCH (ada:User {id: 'u1'}), (film:Movie {id: 'm1'})"
            + " CREATE (ada)-[:CLICKED {at: datetime('2026-04-01')}]->(film)");
    Record row = DATABASE.row("CALL metarec.train({warmStart: true})");

    assertThat(row.get("metaLossPerEpoch").asList()).hasSize(10);
    assertThat(row.get("lossPerEpoch").asList()).as("no new row to fit").isEmpty();
  }

  /** Hal had a node when the model was trained, but no click; clicks have no times here. */
  @Test
  void clicksOfAUserWhoHadNoneAreNew() {
    DATABASE.rows("MATCH (:User)-[click:CLICKED]->() REMOVE click.at");
    DATABASE.rows("CREATE (:User {id: 'u10', name: 'Hal', ageGroup: '65+'})");
    DATABASE.train();
    DATABASE.rows(
        "MATCH (hal:User {id: 'u10'}), (film:Movie) WHERE film.id IN ['m1', 'm2', 'm5']"
            + " CREATE (hal)-[:CLICKED]->(film)");

    assertThat(DATABASE.row("CALL metarec.train({warmStart: true})").get("metaLossPerEpoch"))
        .as("learned from")
        .matches(losses -> losses.size() == 10);
    assertThat(DATABASE.row("CALL metarec.train({warmStart: true})").get("metaLossPerEpoch"))
        .as("known since")
        .matches(losses -> losses.size() == 0);
  }

  /** A member who becomes an item was known, but not as one. */
  @Test
  void aUserWhoHasBecomeAnItemIsANewOne() {
    DATABASE.train();
    DATABASE.rows("MATCH (user:User {id: 'u7'}) REMOVE user:User SET user:Movie");

    assertThat(DATABASE.row("CALL metarec.train({warmStart: true})").get("itemCount").asLong())
        .isEqualTo(12 + 1);
  }

  /** There was nothing to fit its row to, so that is nothing to be kept. */
  @Test
  void aFilmWithoutAnyRelationIsNewUntilItHasOne() {
    DATABASE.rows("CREATE (:Movie {id: 'm14'})");
    DATABASE.train();
    String vector = "MATCH (film:Movie {id: 'm14'}) RETURN metarec.embedding(film) AS vector";
    Object ofTheMeanFilm = DATABASE.row(vector).get("vector").asObject();
    DATABASE.rows(
        "MATCH (film:Movie {id: 'm14'}), (drama:Genre {name: 'Drama'})"
            + " CREATE (film)-[:IN_GENRE]->(drama)");
    assertThat(DATABASE.row(vector).get("vector").asObject()).isNotEqualTo(ofTheMeanFilm);

    Record goneOn = DATABASE.row("CALL metarec.train({warmStart: true})");

    assertThat(goneOn.get("lossPerEpoch").asList()).as("its row is fitted").isNotEmpty();
  }

  @Test
  void timesThatTheModelDidNotKnowAreLeftOut() {
    DATABASE.rows("MATCH (film:Movie) SET film.made = film.year REMOVE film.year");
    DATABASE.rows("MATCH (:User)-[click:CLICKED]->() SET click.was = click.at REMOVE click.at");
    DATABASE.rows(
        "CALL metarec.train({epochs: 1, metaEpochs: 1, embeddingDimension: 4, itemFeatures: []})");
    DATABASE.rows("MATCH (film:Movie) SET film.year = film.made REMOVE film.made");
    DATABASE.rows("MATCH (:User)-[click:CLICKED]->() SET click.at = click.was REMOVE click.was");

    assertThat(DATABASE.rows("CALL metarec.train({warmStart: true})")).hasSize(1);
    assertThatThrownBy(
            () -> DATABASE.rows("CALL metarec.train({warmStart: true, timeProperty: 'at'})"))
        .hasMessageContaining("timeProperty is unknown to the model");
  }

  @Test
  void timesAreLeftOutWhereTheModelKnewButTheMomentOfAnImport() {
    DATABASE.rows("MATCH (:User)-[click:CLICKED]->() SET click.at = datetime('2026-01-01')");
    DATABASE.rows(
        "CALL metarec.train({epochs: 1, metaEpochs: 1, embeddingDimension: 4, timeProperty: 'at'})");
    DATABASE.rows(
        "MATCH (u:User {id: 'u2'}), (film:Movie {id: 'm1'})"
            + " CREATE (u)-[:CLICKED {at: datetime('2026-01-05')}]->(film)");

    assertThat(DATABASE.rows("CALL metarec.train({warmStart: true})")).hasSize(1);
    assertThat(DATABASE.rows("CALL metarec.train({warmStart: true})")).as("again").hasSize(1);
  }

  @Test
  void aNewRelationIsLearned() {
    DATABASE.train();
    DATABASE.rows(
        "MATCH (film:Movie) WHERE film.year < 2000 MERGE (studio:Studio {name: 'Old'})"
            + " CREATE (studio)-[:PRODUCED]->(film)");
    addAFilmAndAUser();
    Record row = DATABASE.row("CALL metarec.train({warmStart: true})");

    assertThat(row.get("nodeCount").asLong()).isEqualTo(35 + 3 + 1);
    assertThat(DATABASE.row("CALL metarec.recommend('u9', {topK: 1})").get("contributions").asMap())
        .containsKey("PRODUCED");
  }

  /** The graph has a rating, relations and a feature that the live model was told not to take. */
  @Test
  void whatTheModelWasToldOfTheGraphHoldsOn() {
    DATABASE.rows(
        "MATCH (:User)-[click:CLICKED]->(film:Movie) SET click.stars = film.year % 5,"
            + " click.rating = 1 + film.year % 2, film.colour = film.year < 1980");
    String told =
        "ratingProperty: 'stars', relationshipTypes: ['DIRECTED'], userFeatures: [],"
            + " itemFeatures: []";
    DATABASE.rows(
        "CALL metarec.train({epochs: 1, metaEpochs: 1, embeddingDimension: 4, %s})"
            .formatted(told));
    String estimate = "CALL metarec.train.estimate({%s}) YIELD tripleCount";

    assertThat(DATABASE.row(estimate.formatted("warmStart: true")))
        .isEqualTo(DATABASE.row(estimate.formatted(told)))
        .isNotEqualTo(DATABASE.row(estimate.formatted("")));
    for (int time = 0; time < 2; time++) {
      assertThat(
              DATABASE
                  .row("CALL metarec.train({warmStart: true}) YIELD configuration")
                  .get("configuration")
                  .asMap())
          .as("goes on for the %d. time", time + 1)
          .containsEntry("ratingProperty", "stars")
          .containsEntry("relationshipTypes", List.of("DIRECTED"))
          .containsEntry("userFeatures", List.of())
          .containsEntry("itemFeatures", List.of());
    }
    assertThatThrownBy(
            () -> DATABASE.rows("CALL metarec.train({warmStart: true, ratingProperty: 'rating'})"))
        .hasMessageContaining("ratingProperty was 'stars' and now is 'rating'");
    assertThatThrownBy(
            () -> DATABASE.rows("CALL metarec.train({warmStart: true, itemKey: 'title'})"))
        .hasMessageContaining("itemKey was 'id' and now is 'title'");
  }

  @Test
  void aFeatureStaysThoughItHasMoreThanAHundredValuesNow() {
    DATABASE.rows("MATCH (film:Movie) SET film.studio = film.year % 5");
    DATABASE.train();
    DATABASE.rows(
        "UNWIND range(10, 110) AS n CREATE (:Movie {id: 'n' + n, studio: n}),"
            + " (:User {id: 'n' + n, ageGroup: 'from ' + n})");
    Record row = DATABASE.row("CALL metarec.train({warmStart: true})");
    assertThat(row.get("configuration").asMap())
        .containsEntry("itemFeatures", List.of("studio"))
        .containsEntry("userFeatures", List.of("ageGroup"));
    DATABASE.rows("MATCH (film:Movie) REMOVE film.studio");
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.train({warmStart: true})"))
        .hasMessageContaining("'studio' is no longer an item feature");
  }
}
