package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.types.Path;

/**
 * Courses in chains of three, each of which leads to the next; learners take them in that order.
 */
class NextCourseIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.rows("MATCH (node) DETACH DELETE node");
    for (String label : List.of("Course", "Learner")) {
      DATABASE.rows("CREATE CONSTRAINT FOR (n:%s) REQUIRE n.id IS UNIQUE".formatted(label));
    }
    chains(0, 19);
    DATABASE.rows(
        """
        UNWIND range(0, 199) AS number CREATE (learner:Learner {id: 'l' + number})
        WITH learner, number UNWIND range(0, 5) AS step
        MATCH (course:Course {id: toString((number * 7 + step / 3) % 20) + '-' + (step % 3)})
        CREATE (learner)-[:CLICKED {at: datetime({year: 2024, month: 1 + step})}]->(course)
        """);
    DATABASE.rows("CALL metarec.train({epochs: 5, embeddingDimension: 8})");
    chains(20, 20);
    DATABASE.rows(
        "CREATE (me:Learner {id: 'me'}) WITH me MATCH (course:Course {id: '20-1'})"
            + " CREATE (me)-[:CLICKED {at: datetime('2024-12-01T00:00:00Z')}]->(course)");
  }

  private static void chains(int from, int to) {
    DATABASE.rows(
        """
        UNWIND range(%d, %d) AS chain
        CREATE (:Course {id: chain + '-0'})-[:LEADS_TO]->(:Course {id: chain + '-1'})
          -[:LEADS_TO]->(:Course {id: chain + '-2'})
        """
            .formatted(from, to));
  }

  /** Nobody has taken a course of the new chain: only the direction tells what comes next. */
  @Test
  void ofANewChainTheNextCourseIsRecommendedAndNotTheOneBefore() {
    List<String> scores =
        DATABASE.texts(
            "CALL metarec.score('me', ['20-0', '20-2']) YIELD item, score"
                + " RETURN item.id ORDER BY score DESC");

    assertThat(scores).containsExactly("20-2", "20-0");
    assertThat(
            DATABASE.texts(
                "CALL metarec.recommend('me', {topK: 1}) YIELD item RETURN item.id AS id"))
        .containsExactly("20-2");
  }

  @Test
  void aDirectLinkIsAPathWithWhatItAdds() {
    var row =
        DATABASE
            .rows(
                "CALL metarec.recommend('me', {topK: 1})"
                    + " YIELD contributions, paths RETURN contributions, paths")
            .get(0);
    List<Path> paths = row.get("paths").asList(value -> value.asPath());

    assertThat(row.get("contributions").get("LEADS_TO").asDouble()).isPositive();
    assertThat(paths).hasSize(1);
    assertThat(paths.get(0).length()).isEqualTo(2);
    assertThat(paths.get(0).end().get("id").asString()).isEqualTo("20-2");
  }
}
