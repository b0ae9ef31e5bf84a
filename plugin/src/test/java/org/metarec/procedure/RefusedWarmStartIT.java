package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusedWarmStartIT {
  @RegisterExtension static final ProcedureDatabase DATABASE = new ProcedureDatabase();

  @BeforeEach
  void aGraphWithoutModels() {
    DATABASE.startAnew();
  }

  @Test
  void whatCannotGoOnIsRefused() {
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.train({warmStart: true})"))
        .hasMessageContaining("there is no model 'metarec'; train one with CALL metarec.train()");
    DATABASE.train();
    assertThatThrownBy(
            () -> DATABASE.rows("CALL metarec.train({warmStart: true, embeddingDimension: 16})"))
        .hasMessageContaining("embeddingDimension is 16 but must be 8, as in the live model");
    assertThatThrownBy(
            () ->
                DATABASE.rows("CALL metarec.train.estimate({warmStart: true, without: 'rotate'})"))
        .hasMessageContaining("without is ['rotate'] but must be [], as in the live model");
    assertThatThrownBy(
            () ->
                DATABASE.rows(
                    "CALL metarec.train({warmStart: true, relationshipTypes: ['DIRECTED']})"))
        .hasMessageContaining("'ACTED_IN' is no longer a relation")
        .hasMessageContaining("'IN_GENRE' is no longer a relation");
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.train({warmStart: true, innerSteps: 2})"))
        .hasMessageContaining("innerSteps is 2 but must be 5, as in the live model");
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.train({warmStart: true, head: 'ridge'})"))
        .hasMessageContaining("head is 'ridge' but must be 'steps', as in the live model");
  }

  /** As where an import has failed in the night; the model before goes on to serve. */
  @Test
  void interactionsThatAreGoneAreToldFirst() {
    DATABASE.rows("MATCH (film:Movie) SET film.studio = film.year % 5");
    DATABASE.rows("CALL metarec.train({epochs: 1, metaEpochs: 1, itemFeatures: ['studio']})");
    DATABASE.rows("MATCH ()-[click:CLICKED]->() DELETE click");
    assertThatThrownBy(() -> DATABASE.rows("CALL metarec.train({warmStart: true})"))
        .hasMessageContaining(
            "warmStart goes on from model 'metarec', but the graph has changed: its interactions"
                + " (CLICKED) are gone; bring them back, or train anew with warmStart: false");
    assertThat(DATABASE.rows("CALL metarec.recommend('u1', {topK: 3})")).hasSize(3);
  }
}
