package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

/** What has just come is not what nobody wanted for a year. */
class FirstClicksIT {
  /**
   * Each of forty users clicks up to thirty of a hundred films in a year, m0 most often; the late
   * film comes on its last day, and has one click.
   */
  private static final String YEAR =
      """
      CREATE (drama:Genre {name: 'Drama'})
      FOREACH (i IN range(0, 99) | CREATE (:Movie {id: 'm' + i})-[:IN_GENRE]->(drama))
      CREATE (late:Movie {id: 'late'})-[:IN_GENRE]->(drama)
      WITH late UNWIND range(0, 39) AS u CREATE (user:User {id: 'u' + u})
      WITH late, user, u UNWIND range(0, 29) AS c
      WITH late, user, u, c, (u * 37 + c * 61) % 100 AS draw
      MATCH (movie:Movie {id: 'm' + draw * draw / 100})
      CREATE (user)-[:CLICKED {at: date('2025-01-01') + duration({days: u + c * 11})}]->(movie)
      WITH DISTINCT late MATCH (user:User {id: 'u0'})
      CREATE (user)-[:CLICKED {at: date('2025-12-31')}]->(late)
      """;

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.clear();
    DATABASE.rows("CREATE CONSTRAINT FOR (movie:Movie) REQUIRE movie.id IS UNIQUE");
    DATABASE.rows("CREATE CONSTRAINT FOR (user:User) REQUIRE user.id IS UNIQUE");
    DATABASE.rows(YEAR);
    DATABASE.rows("CALL metarec.train({epochs: 1, without: ['rotate']})");
  }

  @AfterAll
  static void leaveNothing() {
    DATABASE.clear();
  }

  @Test
  void aFilmWithOneClickOfYesterdayIsNoneOfTheLeastOfTheYear() {
    List<Record> bases =
        DATABASE.rows(
            "CALL metarec.recommend(null, {topK: 200, clicks: ['m0']}) YIELD item, contributions"
                + " RETURN item.id AS id, contributions.base AS base ORDER BY base DESC");
    List<String> films = bases.stream().map(row -> row.get("id").asString()).toList();

    assertThat(films.indexOf("late")).isBetween(0, films.size() / 2);
  }
}
