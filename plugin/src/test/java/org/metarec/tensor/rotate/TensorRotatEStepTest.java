package org.metarec.tensor.rotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.testing.RandomTriples;
import org.metarec.train.RotatETrainer;
import org.metarec.train.TrainedRotatE;
import org.metarec.train.TrainingRun;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.train.step.RotatEStepContract;
import org.metarec.train.step.StepSample;
import org.metarec.triple.Corruption;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;

class TensorRotatEStepTest implements RotatEStepContract {
  /** A few triples of the contract: most batches are done in several stretches. */
  private static final int FEW_FLOATS = 2000;

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  @Override
  public RotatEStep step(RotatEStart start) {
    return inStretches(start);
  }

  private static TensorRotatEStep inStretches(RotatEStart start) {
    return new TensorRotatEStep(start, EngineDevice.named("cpu").newManager(), FEW_FLOATS);
  }

  @Test
  void inHowManyStretchesABatchIsDoneMakesNoDifference() {
    for (Corruption corruption : Corruption.values()) {
      StepSample sample = new StepSample(3, corruption, 20, 100);
      RotatEStart whole = sample.start();
      RotatEStart parts = sample.start();
      try (RotatEStep usual = new TensorRotatEStep(whole, EngineDevice.named("cpu"));
          RotatEStep small = inStretches(parts)) {
        assertThat(small.run(sample.batch(), 0.01))
            .containsExactly(usual.run(sample.batch(), 0.01), within(1e-6));
        usual.writeTables();
        small.writeTables();
      }
      assertThat(parts.entities().values())
          .containsExactly(whole.entities().values(), within(1e-5f));
    }
  }

  @Test
  void aStepForWhichTheDeviceHasNoRoomLeavesNothingThere() {
    RotatEStart start = new StepSample(3, Corruption.TAIL, 20, 100).start();
    NDManager full = EngineDevice.named("cpu").newManager();
    full.cap(); // takes no more arrays

    assertThatThrownBy(() -> new TensorRotatEStep(start, full, FEW_FLOATS))
        .isInstanceOf(IllegalStateException.class);
    assertThat(full.isOpen()).isFalse();
  }

  @Test
  void aTrainingGoesAsOnTheProcessor() {
    Triples triples = RandomTriples.of(1, 20, 3, 150);
    RotatEConfig config =
        StepSample.settings(8).with(draft -> draft.epochs = 8); // clusters from 5 on
    TrainingRun run = new TrainingRun(1, Progress.NONE);
    TripleSplit split = RotatETrainer.split(triples, new BitSet(), config);
    TrainedRotatE usual = RotatETrainer.train(split, config, run);
    TrainedRotatE here = RotatETrainer.train(split, config, this::step, run);
    assertThat(here.lossPerEpoch()).hasSameSizeAs(usual.lossPerEpoch());
    for (int epoch = 0; epoch < usual.lossPerEpoch().size(); epoch++) {
      assertThat(here.lossPerEpoch().get(epoch))
          .isCloseTo(usual.lossPerEpoch().get(epoch), withinPercentage(1e-2));
    }
    assertThat(here.bestEpoch()).isEqualTo(usual.bestEpoch());
    assertThat(here.metrics().get("mrr")).isCloseTo(usual.metrics().get("mrr"), within(1e-2));
  }

  @Test
  void stepsLeaveNothingBehindOutsideTheHeap() {
    StepSample sample = new StepSample(1, Corruption.HEAD, 20, 100);
    try (NDManager manager = NDManager.newBaseManager();
        TensorRotatEStep step = new TensorRotatEStep(sample.start(), manager, FEW_FLOATS)) {
      step.run(sample.batch(), 0.01);
      int arrays = manager.getManagedArrays().size();
      for (Corruption corruption : Corruption.values()) {
        step.run(sample.with(2, corruption).batch(), 0.01);
        step.writeTables();
      }
      assertThat(manager.getManagedArrays()).hasSize(arrays);
    }
  }

  @Override
  public double gradients(StepSample sample, float[][] ofEntities, float[][] ofPhases) {
    double[] losses = new double[sample.batch().size()];
    try (TensorRotatEStep step = inStretches(sample.start());
        NDManager scratch = NDManager.newBaseManager()) {
      var gradients = step.gradients(sample.batch(), losses, scratch);
      fill(gradients.ofEntities(), ofEntities);
      fill(gradients.ofPhases(), ofPhases);
    }
    return Arrays.stream(losses).sum();
  }

  private static void fill(RowGradients gradients, float[][] table) {
    long[] rows = gradients.rows().toLongArray();
    for (int slot = 0; slot < rows.length; slot++) {
      table[(int) rows[slot]] = gradients.gradients().get(slot).toFloatArray();
    }
  }
}
