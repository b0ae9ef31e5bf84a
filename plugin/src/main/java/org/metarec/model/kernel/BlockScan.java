package org.metarec.model.kernel;

import org.metarec.model.item.CoarseRows;
import org.metarec.model.item.CoarseWeights;

/**
 * {@link ScanKernel#coarseScores} for one block after another: a method that is called often, so
 * that HotSpot compiles it soon. One for each thread.
 */
public interface BlockScan {

  /** Sets the scores of a block's rows, with the arguments of {@link ScanKernel#coarseScores}. */
  void setScores(CoarseRows rows, int block, CoarseWeights weights, float[] biases, float[] scores);
}
