package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.metarec.train.step.Batch;
import org.metarec.triple.NegativeSampler;

/**
 * A stretch of a batch that is computed at once. In the comments b is the number of its triples, P
 * that of the pairs of each.
 *
 * @param from the first position
 * @param to the position after the last
 * @param manager of all that is computed from it
 */
record MicroBatch(Batch batch, int from, int to, NDManager manager) {

  int size() {
    return to - from;
  }

  int pairs() {
    return size() * batch.pairsPerTriple();
  }

  /**
   * The candidate of a pair, counted within the stretch. The truth stands in for an empty place: it
   * has a row, and gets no gradient there.
   */
  int candidate(int pair) {
    int perTriple = batch.pairsPerTriple();
    int first = from * perTriple;
    int candidate = batch.candidate(first + pair);
    return candidate == NegativeSampler.NONE
        ? batch.candidate(first + pair / perTriple * perTriple + perTriple - 1)
        : candidate;
  }

  /** The rows of the positions of this stretch among those of the batch: [b, 1, width]. */
  NDArray positions(NDArray ofBatch) {
    return ofBatch.get(manager, new NDIndex("{}:{}", from, to)).expandDims(1);
  }

  /** 1 for each negative, 0 for truths and empty places: [b, P]. */
  NDArray negatives() {
    float[] flags = new float[pairs()];
    int perTriple = batch.pairsPerTriple();
    for (int pair = 0; pair < flags.length; pair++) {
      boolean truth = pair % perTriple == perTriple - 1;
      boolean none = batch.candidate(from * perTriple + pair) == NegativeSampler.NONE;
      flags[pair] = truth || none ? 0 : 1;
    }
    return manager.create(flags, new Shape(size(), perTriple));
  }

  /** 1 for the truth, which is the last pair of each triple: [1, P]. */
  NDArray truth() {
    float[] flags = new float[batch.pairsPerTriple()];
    flags[flags.length - 1] = 1;
    return manager.create(flags, new Shape(1, flags.length));
  }

  /** The share of each triple in the loss: [b, 1]. */
  NDArray weights() {
    float[] weights = new float[size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = batch.weight(from + i);
    }
    return manager.create(weights, new Shape(size(), 1));
  }
}
