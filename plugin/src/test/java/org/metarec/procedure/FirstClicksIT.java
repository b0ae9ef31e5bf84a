package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has just come is not what nobody wanted for a year. */
class FirstClicksIT {
  /** Each of forty users clicks ten of a hundred films in a year; two films have a click each. */
  private static final String YEAR =
      """
      CREATE (drama:Genre {name: 'Drama'})
      FOREACH (i IN range(0, 99) | CREATE (:Movie {id: 'm' + i})-[:IN_GENRE]->(drama))
      CREATE (early:Movie {id: 'early'})-[:IN_GENRE]->(drama)
      CREATE (late:Movie {id: 'late'})-[:IN_GENRE]->(drama)
      WITH early, late
      UNWIND range(0, 39) AS u CREATE (user:User {id: 'u' + u})
      WITH early, late, user, u UNWIND range(0, 9) AS c
      MATCH (movie:Movie {id: 'm' + (u * 7 + c * c * 3) % 100})
      CREATE (user)-[:CLICKED {at: date('2025-01-01') + duration({days: u + c * 36})}]->(movie)
      WITH DISTINCT early, late
      MATCH (user:User {id: 'u0'})
      CREATE (user)-[:CLICKED {at: date('2025-01-01')}]->(early)
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
  void ofTwoFilmsWithOneClickTheOneThatHasJustComeStandsHigher() {
    Map<String, Double> bases =
        DATABASE
            .rows(
                "CALL metarec.recommend('u9', {candidates: ['early', 'late']})"
                    + " YIELD item, contributions RETURN item.id AS id, contributions.base AS base")
            .stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("id").asString(), row -> row.get("base").asDouble()));

    assertThat(bases.get("late")).isGreaterThan(bases.get("early"));
  }
}
