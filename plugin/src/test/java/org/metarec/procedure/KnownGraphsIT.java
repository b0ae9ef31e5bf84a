package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.KnownGraphs;
import org.neo4j.driver.Record;

/** Graphs that were not made for metarec are learned from and recommended from without a key. */
class KnownGraphsIT {
  private static final String NAMES =
      " YIELD item, score, paths UNWIND paths AS path RETURN item.title AS title,"
          + " [node IN nodes(path) | coalesce(node.title, node.name)] AS path";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void clear() {
    DATABASE.clear();
  }

  @Test
  void booksOfWhichNoKeyIsDeclaredAreRecommended() {
    KnownGraphs.createBooks(DATABASE.graph());
    DATABASE.train();

    assertThat(DATABASE.rows("CALL metarec.recommend('Max')" + NAMES))
        .extracting(row -> row.get("path").asList(value -> value.asString()))
        .containsExactlyInAnyOrder(
            List.of("Max", "The Left Hand of Darkness", "Ace", "The Word for World is Forest"),
            List.of(
                "Max",
                "The Left Hand of Darkness",
                "Ursula K. Le Guin",
                "The Word for World is Forest"));
    assertThat(DATABASE.row("CALL metarec.score('Eva', 'Solaris')").get("rating").isNull())
        .as("no book is rated with a number")
        .isTrue();
    assertThat(DATABASE.rows("CALL metarec.similar('Solaris')")).hasSize(2);
    assertThat(DATABASE.rows("CALL metarec.complete('Solaris')")).isNotEmpty();
  }

  @Test
  void filmsOfNeo4jsOwnExampleAreRecommended() {
    KnownGraphs.createRecommendations(DATABASE.graph());
    DATABASE.train();
    DATABASE.rows(
        "MATCH (mann:Person {name: 'Michael Mann'})"
            + " CREATE (mann)-[:DIRECTED]->(:Movie {movieId: 'new', title: 'Heat 2'})");

    List<Record> paths =
        DATABASE.rows(
            "CALL metarec.recommend('6', {candidates: ['new'], pathsPerItem: 10})" + NAMES);

    assertThat(paths)
        .isNotEmpty()
        .allMatch(row -> row.get("path").get(0).asString().equals("User 6"))
        .allMatch(row -> row.get("path").get(2).asString().equals("Michael Mann"));
    assertThat(
            DATABASE.rows("CALL metarec.score('6', ['1', '2', 'new'])").stream()
                .mapToDouble(row -> row.get("rating").asDouble()))
        .as("User 6 rates all films 3.5")
        .allSatisfy(rating -> assertThat(rating).isCloseTo(3.5, within(0.2)));
    assertThat(
            DATABASE
                .row("CALL metarec.score(null, '1', {clicks: [{item: '2', rating: 99}]})")
                .get("rating")
                .asDouble())
        .as("within the range of the graph's ratings, 0.5 to 5")
        .isBetween(4.0, 5.0);
  }
}
