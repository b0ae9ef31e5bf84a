package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metarec.train.config.Configs;
import org.metarec.train.config.RotatEConfig;

class LearningScheduleTest {
  private static final RotatEConfig CONFIG =
      Configs.SMALL.with(
          draft -> {
            draft.epochs = 20;
            draft.learningRate = 1.0;
            draft.patience = 3;
          });

  private final LearningSchedule schedule = new LearningSchedule(CONFIG);

  @Test
  void theLastThirtyPercentAreSlower() {
    endEpochs(13);
    assertThat(schedule.learningRate()).isEqualTo(1.0);
    endEpochs(1);
    assertThat(schedule.learningRate()).isEqualTo(0.2);
    endEpochs(5);
    assertThat(schedule.isFinished()).isFalse();
    endEpochs(1);
    assertThat(schedule.isFinished()).isTrue();
  }

  @Test
  void whoseTriplesAreRankedNoBetterSlowsDownThenStops() {
    endEpochs(1);
    assertThat(schedule.improves(0.5)).isTrue();
    endEpochs(2);
    assertThat(schedule.improves(0.5)).isFalse();
    assertThat(schedule.learningRate()).isEqualTo(1.0);
    endEpochs(1);
    assertThat(schedule.improves(0.4)).isFalse();
    assertThat(schedule.learningRate()).isEqualTo(0.2);
    endEpochs(2);
    assertThat(schedule.improves(0.6)).isTrue();
    endEpochs(3);
    assertThat(schedule.isFinished()).isFalse();
    assertThat(schedule.improves(0.6)).isFalse();
    assertThat(schedule.isFinished()).isTrue();
  }

  private void endEpochs(int count) {
    for (int i = 0; i < count; i++) {
      schedule.endEpoch();
    }
  }
}
