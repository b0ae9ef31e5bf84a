package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Films that were clicked, and views that an import all gave the moment at which it ran. */
class ImportedTimesIT {
  private static final String SCORES =
      "MATCH (film:Movie) WITH collect(film.id) AS films"
          + " CALL metarec.score('%s', films) YIELD item, score RETURN item.id + ' ' + score";

  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeAll
  static void train() {
    DATABASE.startAnew();
    DATABASE.rows(
        """
        MATCH (user:User), (film:Movie) WHERE NOT (user)-[:CLICKED]->(film)
        CREATE (user)-[:VIEWED {at: datetime('2026-10-01')}]->(film)
        """);
    DATABASE.rows(
        "CALL metarec.train({interactionTypes: ['CLICKED', 'VIEWED'], epochs: 5,"
            + " embeddingDimension: 8})");
  }

  private static List<String> scores(String user) {
    return DATABASE.texts(SCORES.formatted(user));
  }

  @Test
  void theMomentOfAnImportDoesNotMakeItsViewsTheLatest() {
    List<String> withTheMoment = scores("u2");

    DATABASE.rows("MATCH (:User {id: 'u2'})-[view:VIEWED]->() REMOVE view.at");

    assertThat(scores("u2")).hasSize(12).isEqualTo(withTheMoment);
  }

  @Test
  void aViewSinceThenIsTheLatest() {
    List<String> before = scores("u7");

    DATABASE.rows(
        "MATCH (:User {id: 'u7'})-[view:VIEWED]->(:Movie {id: 'm2'})"
            + " SET view.at = datetime('2026-10-02')");

    assertThat(scores("u7")).hasSize(12).isNotEqualTo(before);
  }
}
