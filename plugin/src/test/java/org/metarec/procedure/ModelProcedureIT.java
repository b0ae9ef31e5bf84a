package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelProcedureIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(DATABASE.row("RETURN metarec.version() AS version").get("version").asString())
        .matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void withoutATrainingThereAreNoModels() {
    assertThat(DATABASE.rows("CALL metarec.model.list()")).isEmpty();
  }

  @Test
  void nothingRunsNow() {
    assertThat(DATABASE.rows("CALL metarec.progress()")).isEmpty();
  }

  @Test
  void droppingAModelThatIsNotThereIsAnErrorUnlessAllowed() {
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.model.drop('books')"))
        .hasMessageContaining("there is no model 'books'");
    assertThat(DATABASE.rows("CALL metarec.model.drop('books', false)")).isEmpty();
  }
}
