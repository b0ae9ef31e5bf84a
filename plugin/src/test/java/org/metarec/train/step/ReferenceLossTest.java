package org.metarec.train.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metarec.testing.FiniteDifferences;
import org.metarec.triple.Corruption;

class ReferenceLossTest {

  @ParameterizedTest
  @EnumSource
  void theGradientIsThatOfTheLoss(Corruption corruption) {
    StepSample sample = new StepSample(7, corruption, 3, 20);
    double[][] entities = sample.entityRows();
    double[][] phases = sample.phaseRows();
    ReferenceLoss reference = new ReferenceLoss(sample, entities, phases);
    double[][] ofEntities = new double[StepSample.ENTITIES][6];
    double[][] ofPhases = new double[StepSample.RELATIONS][3];
    reference.addGradient(entities, phases, ofEntities, ofPhases);
    for (int entity = 0; entity < StepSample.ENTITIES; entity++) {
      assertThat(ofEntities[entity])
          .containsExactly(
              differences(reference, entities, phases, entities[entity]), within(1e-6));
    }
    for (int relation = 0; relation < StepSample.RELATIONS; relation++) {
      assertThat(ofPhases[relation])
          .containsExactly(
              differences(reference, entities, phases, phases[relation]), within(1e-6));
    }
  }

  /** The gradient in one row of the tables. */
  private static double[] differences(
      ReferenceLoss reference, double[][] entities, double[][] phases, double[] row) {
    return FiniteDifferences.gradient(
        moved -> {
          double[] kept = row.clone();
          System.arraycopy(moved, 0, row, 0, row.length);
          double loss = reference.loss(entities, phases);
          System.arraycopy(kept, 0, row, 0, row.length);
          return loss;
        },
        row);
  }
}
