package org.metarec.recommend;

import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.ScanKernel;

/** What one scan writes into: a score for each item. For one request at a time. */
final class ScanSpace {
  private final ScanKernel kernel = Kernel.fastest().scan();
  private final float[] scores;

  ScanSpace(int length) {
    this.scores = new float[length];
  }

  ScanKernel kernel() {
    return kernel;
  }

  /** {@code float[≥ items]}: of the request before, until it is filled. */
  float[] scores() {
    return scores;
  }
}
