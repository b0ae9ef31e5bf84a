package org.metarec.procedure.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import org.metarec.triple.Progress;

/**
 * Tells of a job in three places: {@code metarec.progress()}, {@code SHOW TRANSACTIONS} and the
 * log. The log hears of every new stage, and of a long one every few seconds. Thread-safe.
 */
final class JobProgress implements Progress {
  private static final Duration LOG_INTERVAL = Duration.ofSeconds(5);

  private final Job job;
  private final Consumer<String> status;
  private final Consumer<String> log;
  private final Runnable terminationCheck;
  private final InstantSource clock;
  private String loggedStage = "";
  private Instant loggedAt = Instant.EPOCH;

  /**
   * @param status takes what {@code SHOW TRANSACTIONS} shows
   * @param log takes lines for the log
   * @param terminationCheck throws if the transaction was ended
   */
  JobProgress(
      Job job,
      Consumer<String> status,
      Consumer<String> log,
      Runnable terminationCheck,
      InstantSource clock) {
    this.job = job;
    this.status = status;
    this.log = log;
    this.terminationCheck = terminationCheck;
    this.clock = clock;
  }

  @Override
  public synchronized void report(String stage, double fraction) {
    job.report(stage, fraction);
    String line =
        String.format(Locale.ROOT, "%s (%.0f %%)", job.description(), 100 * job.fraction());
    status.accept(line);
    String words = wordsBeforeNumbers(stage);
    Instant now = clock.instant();
    if (!words.equals(loggedStage) || !now.isBefore(loggedAt.plus(LOG_INTERVAL))) {
      log.accept(line);
      loggedStage = words;
      loggedAt = now;
    }
  }

  @Override
  public synchronized void waiting(String stage) {
    report(stage, job.fraction());
  }

  /** "RotatE epoch " of "RotatE epoch 3 of 40": the stage without where in it we are. */
  private static String wordsBeforeNumbers(String stage) {
    return stage.split("\\d", 2)[0];
  }

  @Override
  public void checkRunning() {
    terminationCheck.run();
  }
}
