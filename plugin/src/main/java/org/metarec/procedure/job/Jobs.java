package org.metarec.procedure.job;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metarec.BusyException;

/** The running jobs of one database. Thread-safe. */
public final class Jobs {
  private final InstantSource clock;
  private final Map<String, Job> running = new LinkedHashMap<>();
  private long started;

  public Jobs(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Starts a job.
   *
   * @throws BusyException if another job has the model
   */
  public synchronized Job start(Job.Task task, String modelName) {
    for (Job other : running.values()) {
      if (other.modelName().equals(modelName) && task.excludes(other.task())) {
        throw new BusyException(
            "model '%s' is busy: %s (%.0f %%, job %s, since %s); wait for it, watch it with CALL"
                + " metarec.progress() or end it with TERMINATE TRANSACTION",
            modelName, other.description(), 100 * other.fraction(), other.id(), other.startedAt());
      }
    }
    started++;
    String id = "metarec-" + started;
    Job job = new Job(id, task, modelName, clock, () -> end(id));
    running.put(id, job);
    return job;
  }

  private synchronized void end(String id) {
    running.remove(id);
  }

  /** All running jobs, the longest first. */
  public synchronized List<Job> running() {
    return List.copyOf(running.values());
  }
}
