package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelProcedureIT {
  private static ProcedureDatabase database;

  @BeforeAll
  static void start() {
    database = ProcedureDatabase.withTinyMovieGraph();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(database.row("RETURN metarec.version() AS version").get("version").asString())
        .matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void withoutATrainingThereAreNoModels() {
    assertThat(database.rows("CALL metarec.model.list()")).isEmpty();
  }

  @Test
  void nothingRunsNow() {
    assertThat(database.rows("CALL metarec.progress()")).isEmpty();
  }

  @Test
  void droppingAModelThatIsNotThereIsAnErrorUnlessAllowed() {
    assertThatThrownBy(() -> database.rows("CALL metarec.model.drop('books')"))
        .hasMessageContaining("there is no model 'books'");
    assertThat(database.rows("CALL metarec.model.drop('books', false)")).isEmpty();
  }
}
