package org.metarec.train.processor;

import org.metarec.train.step.Batch;

/**
 * The work of one batch for one kind of corruption, in stages; between two the threads wait for
 * each other. A stage is divided into {@link #PARTS} that may run at once: of the positions of the
 * batch, or of its candidates. What several candidates add to is kept per part and summed in order.
 */
interface CorruptionPass {

  /** Always as many, whatever the number of threads: the sums depend on it. */
  int PARTS = 8;

  /** Takes up a batch and its pairs by candidate. */
  void begin(Batch batch);

  /** Readies the positions of a part. */
  void prepare(int part);

  /**
   * Measures the pairs of a part of the candidates.
   *
   * @param pairValues one for each pair: receives the distances
   */
  void measure(int part, float[] pairValues);

  /**
   * Moves a part of the candidates.
   *
   * @param pairValues the derivatives of the loss in the distances
   */
  void descend(int part, float[] pairValues);

  /** Sums what candidates have added to the positions of a part. */
  void gather(int part);

  /** Adds up the positions of each other row of the batch. */
  void collect();

  /** Moves a part of the other rows. */
  void apply(int part);

  /** The first position of a part, of so many. */
  static int firstPosition(int part, int size) {
    return (int) ((long) size * part / PARTS);
  }
}
