package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

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

  private static List<Path> paths(String arguments) {
    return DATABASE.rows("CALL metarec.explain(" + arguments + ")").stream()
        .map(row -> row.get("path"))
        .filter(path -> !path.isNull())
        .map(Value::asPath)
        .toList();
  }

  @Test
  void aRelationBetweenTwoItemsGivesAPathOfTwoRelationships() {
    DATABASE.rows(
        "MATCH (heat:Movie {id: 'm2'}), (duel:Movie {id: 'm9'}) CREATE (heat)-[:DIRECTED]->(duel)");

    List<Record> rows = DATABASE.rows("CALL metarec.explain('u5', 'm9', {topK: 100})");
    assertThat(rows.stream().mapToDouble(row -> row.get("contribution").asDouble()).sum())
        .isCloseTo(score("m9"), within(1e-5));
    String recommended =
        "CALL metarec.recommend('u5', {candidates: ['m9'], pathsPerItem: 100}) YIELD paths"
            + " RETURN paths";
    for (List<Path> paths :
        List.of(
            paths("'u5', 'm9', {topK: 100}"),
            DATABASE.row(recommended).get("paths").asList(Value::asPath))) {
      assertThat(paths)
          .filteredOn(path -> path.length() == 2)
          .singleElement()
          .satisfies(path -> assertThat(path.start().get("id").asString()).isEqualTo("u5"))
          .satisfies(path -> assertThat(path.end().get("id").asString()).isEqualTo("m9"))
          .extracting(path -> types(path))
          .isEqualTo(List.of("CLICKED", "DIRECTED"));
    }
    DATABASE.rows("MATCH (:Movie)-[directed:DIRECTED]->(:Movie) DELETE directed");
  }

  private static List<String> types(Path path) {
    return StreamSupport.stream(path.relationships().spliterator(), false)
        .map(Relationship::type)
        .toList();
  }

  @Test
  void anItemOfSeveralLabelsIsTheSameItem() {
    String answer =
        "CALL metarec.recommend('u5') YIELD rank, item, score, paths"
            + " RETURN rank, item.id AS id, score, size(paths) AS paths";
    List<Record> before = DATABASE.rows(answer);
    int pathsBefore = paths("'u5', 'm3'").size();
    DATABASE.rows("MATCH (film:Movie {id: 'm3'}) SET film:Aged:Zesty");

    assertThat(DATABASE.rows(answer)).isEqualTo(before);
    assertThat(paths("'u5', 'm3'")).hasSize(pathsBefore);
    DATABASE.rows("MATCH (film:Movie {id: 'm3'}) REMOVE film:Aged:Zesty");
  }

  @Test
  void everyPathStartsAtTheUserAndEndsAtTheItem() {
    assertThat(paths("'u5', 'm3', {topK: 100}"))
        .hasSize(5)
        .allMatch(path -> path.start().get("id").asString().equals("u5"))
        .allMatch(path -> path.end().get("id").asString().equals("m3"))
        .allMatch(path -> path.length() == 3);
  }

  @Test
  void ofAVisitorItStartsAtTheClickedItem() {
    assertThat(paths("null, 'm3', {clicks: ['m1'], topK: 100}"))
        .isNotEmpty()
        .allMatch(path -> path.start().get("id").asString().equals("m1"))
        .allMatch(path -> path.end().get("id").asString().equals("m3"))
        .allMatch(path -> path.length() == 2);
  }

  @Test
  void ofAClickThatOnlyTheCallTellsOfItStartsAtTheClickedItem() {
    assertThat(paths("'u7', 'm3', {clicks: ['m1'], topK: 100}"))
        .extracting(path -> path.start().get("id").asString())
        .as("by the director of the given film, by the genre of one in the graph")
        .containsExactlyInAnyOrder("m1", "u7");
  }

  @Test
  void whatAVisitorClickedIsExplainedAndScoredAlike() {
    double sum =
        DATABASE
            .row(
                "CALL metarec.explain(null, 'm3', {clicks: ['m1', 'm2']}) YIELD contribution"
                    + " RETURN sum(contribution) AS sum")
            .get("sum")
            .asDouble();
    double score =
        DATABASE
            .row("CALL metarec.score(null, 'm3', {clicks: ['m1', 'm2']}) YIELD score")
            .get("score")
            .asDouble();

    assertThat(sum).isCloseTo(score, within(1e-5));
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

  @Test
  void whatOthersRateAfterTheTrainingReachesNobody() {
    trainOnRatings();
    String asked = "CALL metarec.score('u7', ['m2', 'm3', 'm9'], {modelName: 'rated'})";
    String query = asked + " YIELD item, score, rating RETURN item.id AS id, score, rating";
    List<Record> before = DATABASE.rows(query);

    DATABASE.rows(
        "UNWIND range(1, 30) AS i CREATE (user:User {id: 'late' + i}) WITH user"
            + " MATCH (film:Movie) WHERE film.id IN ['m2', 'm3', 'm9']"
            + " CREATE (user)-[:CLICKED {at: datetime('2026-01-01'), rating: 2}]->(film)");

    assertThat(DATABASE.rows(query)).isEqualTo(before);
    DATABASE.rows("MATCH (user:User) WHERE user.id STARTS WITH 'late' DETACH DELETE user");
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
