package org.metarec.train;

import org.metarec.model.kernel.Kernel;
import org.metarec.triple.Progress;

/**
 * How a training is run; its result does not depend on it.
 *
 * @param concurrency threads that share the work, at least 1
 * @param progress hears of each epoch, and says when to stop
 * @param kernel of the arithmetic on the processor; all give the same bits
 */
public record TrainingRun(int concurrency, Progress progress, Kernel kernel) {

  /** With the fastest kernel that there is. */
  public TrainingRun(int concurrency, Progress progress) {
    this(concurrency, progress, Kernel.fastest());
  }
}
