package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

class ExplainProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.train();
  }

  private static double score(String item) {
    return DATABASE
        .row("CALL metarec.score('u5', '%s') YIELD score".formatted(item))
        .get("score")
        .asDouble();
  }

  @Test
  void theRowsSumToTheScore() {
    for (int topK : List.of(1, 2, 100)) {
      List<Record> rows =
          DATABASE.rows("CALL metarec.explain('u5', 'm3', {topK: %d})".formatted(topK));

      assertThat(rows.stream().mapToDouble(row -> row.get("contribution").asDouble()).sum())
          .isCloseTo(score("m3"), within(1e-5));
      assertThat(rows.stream().filter(row -> !row.get("path").isNull())).hasSize(Math.min(topK, 5));
      assertThat(rows.stream().map(row -> row.get("relation").asString()))
          .contains("base", "taste", "DIRECTED", "ACTED_IN", "IN_GENRE");
    }
  }

  @Test
  void givenItemsAreScoredInTheirOrderAsTheyAreRecommended() {
    List<Record> recommended =
        DATABASE.rows("CALL metarec.recommend('u5') YIELD item, score RETURN item.id AS id, score");
    List<String> ids = recommended.stream().map(row -> row.get("id").asString()).toList();

    assertThat(
            DATABASE.rows(
                "CALL metarec.score('u5', $ids) YIELD item, score RETURN item.id AS id, score",
                Map.of("ids", ids)))
        .isEqualTo(recommended);
  }

  @Test
  void ratingsArePredictedWhereTheGraphHasThem() {
    assertThat(DATABASE.row("CALL metarec.score('u5', ['m3'])").get("rating").isNull()).isTrue();

    trainOnRatings();
    List<Record> rows =
        DATABASE.rows("CALL metarec.score('u7', ['m2', 'm3'], {modelName: 'rated'})");

    double loved = rows.get(0).get("rating").asDouble();
    double disliked = rows.get(1).get("rating").asDouble();
    assertThat(loved).isBetween(2.0, 10.0).isGreaterThan(disliked);
    assertThat(disliked).isBetween(2.0, 10.0);
  }

  private static void trainOnRatings() {
    DATABASE.rows(
        "MATCH (user:User)-[click:CLICKED]->(film)"
            + " SET click.rating = CASE film.id WHEN 'm2' THEN 10 ELSE 2 END");
    DATABASE.rows(
        "CALL metarec.train({modelName: 'rated', epochs: 2, metaEpochs: 1,"
            + " embeddingDimension: 4})");
  }

  private static void createFilm() {
    DATABASE.rows("CREATE (:Movie {id: 'm90', year: 1999})");
    DATABASE.rows(
        "MATCH (film:Movie {id: 'm90'}), (person)-[:DIRECTED]->(:Movie {id: 'm2'})"
            + " MERGE (person)-[:DIRECTED]->(film)");
    DATABASE.rows(
        "MATCH (film:Movie {id: 'm90'}), (:Movie {id: 'm2'})-[:IN_GENRE]->(genre)"
            + " MERGE (film)-[:IN_GENRE]->(genre)");
  }

  private static double ratingOfFilm() {
    return DATABASE
        .row("CALL metarec.score('u7', ['m90'], {modelName: 'rated'}) YIELD rating")
        .get("rating")
        .asDouble();
  }

  @Test
  void aFilmCreatedSinceIsRatedAsIfTheTrainingHadSeenItWithoutRatings() {
    createFilm();
    trainOnRatings();
    double seen = ratingOfFilm();
    DATABASE.rows("MATCH (film:Movie {id: 'm90'}) DETACH DELETE film");
    createFilm();

    assertThat(ratingOfFilm()).isCloseTo(seen, within(1e-5));

    DATABASE.rows("MATCH (:Movie {id: 'm90'})-[genre:IN_GENRE]->() DELETE genre");
    assertThat(Math.abs(ratingOfFilm() - seen)).isGreaterThan(1e-3);
    DATABASE.rows("MATCH (film:Movie {id: 'm90'}) DETACH DELETE film");
  }
}
