package org.metarec.procedure.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.metarec.triple.Progress;
import org.neo4j.logging.Log;
import org.neo4j.procedure.StatusDetailsAccessor;
import org.neo4j.procedure.TerminationGuard;

/** One long call while it runs. Thread-safe; closing it takes it off the list of its database. */
public final class Job implements AutoCloseable {

  /** What a job does to its model. */
  public enum Task {
    TRAIN("train", true),
    DROP("drop", true),
    ADAPT("adapt", false);

    private final String verb;
    private final boolean changesModel;

    Task(String verb, boolean changesModel) {
      this.verb = verb;
      this.changesModel = changesModel;
    }

    /** Whether the two may not run on one model at the same time. */
    boolean excludes(Task other) {
      return this == other || (changesModel && other.changesModel);
    }
  }

  private final String id;
  private final Task task;
  private final String modelName;
  private final InstantSource clock;
  private final Instant startedAt;
  private final Runnable onClose;
  private volatile State state = new State("starting", 0);

  private record State(String stage, double fraction) {}

  Job(String id, Task task, String modelName, InstantSource clock, Runnable onClose) {
    this.id = id;
    this.task = task;
    this.modelName = modelName;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.onClose = onClose;
  }

  public String id() {
    return id;
  }

  Task task() {
    return task;
  }

  String modelName() {
    return modelName;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** What is being done, in words. */
  public String description() {
    return "%s '%s': %s".formatted(task.verb, modelName, state.stage());
  }

  /** 0 to 1. */
  public double fraction() {
    return state.fraction();
  }

  public long elapsedMillis() {
    return clock.millis() - startedAt.toEpochMilli();
  }

  /** What is left if it goes on as it went so far; empty at the very beginning. */
  public OptionalLong remainingMillis() {
    double done = fraction();
    return done > 0
        ? OptionalLong.of(Math.round(elapsedMillis() * (1 - done) / done))
        : OptionalLong.empty();
  }

  /**
   * Shows the job in metarec.progress and in Neo4j's own lists, and stops it when its transaction
   * ends.
   */
  public Progress progress(StatusDetailsAccessor status, Log log, TerminationGuard guard) {
    return new JobProgress(this, status::setStatusDetails, log::info, guard::check, clock);
  }

  void report(String stage, double fraction) {
    state = new State(stage, Math.min(1, Math.max(0, fraction)));
  }

  @Override
  public void close() {
    onClose.run();
  }
}
