package org.metarec.procedure.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metarec.BusyException;

class JobsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = START;
  private final InstantSource clock = () -> now;
  private final Jobs jobs = new Jobs(clock);

  private void pass(long millis) {
    now = now.plus(Duration.ofMillis(millis));
  }

  @Test
  void aSecondTrainingOfAModelIsRefusedWhileOneRuns() {
    try (Job first = jobs.start(Job.Task.TRAIN, "metarec")) {
      first.report("RotatE epoch 3 of 40", 0.25);

      assertThatThrownBy(() -> jobs.start(Job.Task.TRAIN, "metarec"))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("model 'metarec' is busy: train 'metarec': RotatE epoch 3 of 40")
          .hasMessageContaining("25 %, job metarec-1");
      assertThatThrownBy(() -> jobs.start(Job.Task.DROP, "metarec"))
          .isInstanceOf(BusyException.class);
      assertThat(jobs.running()).containsExactly(first);
    }
  }

  @Test
  void otherModelsAndAdaptationDoNotWait() {
    try (Job train = jobs.start(Job.Task.TRAIN, "metarec");
        Job other = jobs.start(Job.Task.TRAIN, "books");
        Job adapt = jobs.start(Job.Task.ADAPT, "metarec")) {
      assertThat(jobs.running()).containsExactly(train, other, adapt);
    }
    assertThat(jobs.running()).isEmpty();
  }

  @Test
  void aJobThatHasEndedMakesRoom() {
    jobs.start(Job.Task.TRAIN, "metarec").close();

    try (Job second = jobs.start(Job.Task.TRAIN, "metarec")) {
      assertThat(second.id()).isEqualTo("metarec-2");
    }
  }

  @Test
  void whatRemainsIsGuessedFromWhatHasPassed() {
    try (Job job = jobs.start(Job.Task.TRAIN, "metarec")) {
      pass(1000);
      assertThat(job.remainingMillis()).isEmpty();
      job.report("half way", 0.25);
      assertThat(job.elapsedMillis()).isEqualTo(1000);
      assertThat(job.remainingMillis()).hasValue(3000);
    }
  }

  @Test
  void theLogHearsOfEachStageAndOfALongOneNowAndThen() {
    List<String> status = new ArrayList<>();
    List<String> log = new ArrayList<>();
    try (Job job = jobs.start(Job.Task.TRAIN, "metarec")) {
      JobProgress progress = new JobProgress(job, status::add, log::add, () -> {}, clock);
      progress.report("reading", 0.1);
      progress.report("epoch 1 of 3", 0.2);
      pass(1000);
      progress.report("epoch 2 of 3", 0.3);
      pass(4000);
      progress.report("epoch 3 of 3", 0.4);
      progress.waiting("waiting for others");
    }

    assertThat(status).hasSize(5);
    assertThat(log)
        .containsExactly(
            "train 'metarec': reading (10 %)",
            "train 'metarec': epoch 1 of 3 (20 %)",
            "train 'metarec': epoch 3 of 3 (40 %)",
            "train 'metarec': waiting for others (40 %)");
  }

  @Test
  void aTransactionThatWasEndedStopsTheJob() {
    try (Job job = jobs.start(Job.Task.TRAIN, "metarec")) {
      Runnable ended =
          () -> {
            throw new IllegalStateException("ended");
          };
      JobProgress progress = new JobProgress(job, line -> {}, line -> {}, ended, clock);

      assertThatThrownBy(progress::checkRunning).hasMessage("ended");
    }
  }
}
