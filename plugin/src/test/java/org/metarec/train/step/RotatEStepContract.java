package org.metarec.train.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.train.config.CorruptionMix;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Corruption;

/**
 * What every implementation of {@link RotatEStep} has to do, with weights of triples, empty places
 * and clusters of relations.
 */
public interface RotatEStepContract {

  RotatEStep step(RotatEStart start);

  /**
   * The gradients of the sample's batch, not clipped; moves nothing.
   *
   * @param ofEntities receives rows of 2d
   * @param ofPhases receives rows of d
   * @return the loss
   */
  double gradients(StepSample sample, float[][] ofEntities, float[][] ofPhases);

  @ParameterizedTest
  @EnumSource
  default void lossAndGradientAreThoseOfTheReference(Corruption corruption) {
    StepSample sample = new StepSample(3, corruption, 20, 100);
    double[][] entities = sample.entityRows();
    double[][] phases = sample.phaseRows();
    ReferenceLoss reference = new ReferenceLoss(sample, entities, phases);
    double[][] ofEntities = new double[StepSample.ENTITIES][40];
    double[][] ofPhases = new double[StepSample.RELATIONS][20];
    reference.addGradient(entities, phases, ofEntities, ofPhases);

    float[][] entityGradients = new float[StepSample.ENTITIES][40];
    float[][] phaseGradients = new float[StepSample.RELATIONS][20];
    assertThat(gradients(sample, entityGradients, phaseGradients))
        .isCloseTo(reference.loss(entities, phases), withinPercentage(1e-3));
    assertThat(TableDistance.relative(entityGradients, ofEntities)).isLessThan(1e-5);
    assertThat(TableDistance.relative(phaseGradients, ofPhases)).isLessThan(1e-5);
  }

  @ParameterizedTest
  @EnumSource(names = {"HEAD", "TAIL"})
  default void theLossIsThatOfTheAuthorsCode(Corruption corruption) {
    GoldenBatch golden = GoldenBatch.read();
    try (RotatEStep step = step(golden.start())) {
      double loss = Arrays.stream(step.run(golden.batch(corruption), 0.01)).sum();
      assertThat(loss).isCloseTo(golden.loss(corruption), withinPercentage(1e-3));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  default void tablesAfterStepsAreThoseOfTheReference(long seed) {
    RotatEConfig config = StepSample.settings(20).with(draft -> draft.gradientClip = 0.05);
    StepSample sample = new StepSample(seed, Corruption.TAIL, 100, config);
    ReferenceSteps reference = new ReferenceSteps(sample);
    StepSample freely =
        new StepSample(
            seed,
            Corruption.TAIL,
            100,
            config.with(draft -> draft.gradientClip = Double.MAX_VALUE));
    ReferenceSteps unclipped = new ReferenceSteps(freely);
    try (RotatEStep step = step(sample.start())) {
      for (int i = 0; i < 9; i++) {
        Corruption corruption = CorruptionMix.MIXED.of(i);
        StepSample next = sample.with(seed + i, corruption);
        reference.run(next, 0.02);
        unclipped.run(freely.with(seed + i, corruption), 0.02);
        step.run(next.batch, 0.02);
        step.writeTables();
        reference.settle(sample);
      }
    }
    assertThat(reference.distance(sample)).isLessThan(1e-5);
    assertThat(unclipped.distance(sample)).isGreaterThan(0.05); // clipping had something to do
  }

  @Test
  default void rowsOutsideTheBatchStay() {
    StepSample sample = new StepSample(8, Corruption.TAIL, 20, 100);
    int head = sample.graph.head(0);
    int tail = sample.graph.tail(0);
    Batch one =
        new Batch(
            sample.graph, new int[] {0}, new float[] {1}, Corruption.TAIL, new int[] {3, tail});
    double[][] before;
    double[][] phasesBefore;
    try (RotatEStep step = step(sample.start())) {
      step.run(sample.batch, 0.01); // gives all rows moments
      step.writeTables();
      before = sample.entityRows();
      phasesBefore = sample.phaseRows();
      step.run(one, 0.01);
      step.writeTables();
    }
    for (int entity = 0; entity < StepSample.ENTITIES; entity++) {
      assertThat(Arrays.equals(sample.entityRows()[entity], before[entity]))
          .isEqualTo(!Set.of(3, head, tail).contains(entity));
    }
    for (int relation = 0; relation < StepSample.RELATIONS; relation++) {
      assertThat(Arrays.equals(sample.phaseRows()[relation], phasesBefore[relation]))
          .isEqualTo(relation != sample.graph.relation(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  default void stepsReduceTheLossAndKeepPhasesWithinATurn(Corruption corruption) {
    StepSample sample = new StepSample(6, corruption, 20, 100);
    double before = Double.NaN;
    double after = Double.NaN;
    try (RotatEStep step = step(sample.start())) {
      for (int i = 0; i < 200; i++) {
        after = Arrays.stream(step.run(sample.batch, 0.01)).sum();
        before = i == 0 ? after : before;
      }
      step.writeTables();
    }
    assertThat(after).isLessThan(before / 2);
    for (float phase : sample.phases.values()) {
      assertThat(phase).isGreaterThan((float) -Math.PI).isLessThanOrEqualTo((float) Math.PI);
    }
  }
}
