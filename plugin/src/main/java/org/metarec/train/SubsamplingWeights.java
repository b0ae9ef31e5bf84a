package org.metarec.train;

import java.util.Arrays;
import org.metarec.triple.Triples;

/**
 * Weights that keep frequent heads and tails from drowning the rare: {@code 1/√(n(h,r) + n(r,t))},
 * each count from 3 on, after word2vec, as in the code of Sun et al. 2019 (their paper is silent).
 */
final class SubsamplingWeights {
  private static final int FIRST_COUNT = 3;

  private final float[] weights;

  SubsamplingWeights(Triples triples) {
    long[] heads = new long[triples.size()];
    long[] tails = new long[triples.size()];
    for (int i = 0; i < triples.size(); i++) {
      heads[i] = key(triples.relation(i), triples.head(i));
      tails[i] = key(triples.relation(i), triples.tail(i));
    }
    Counts ofHeads = new Counts(heads);
    Counts ofTails = new Counts(tails);
    weights = new float[triples.size()];
    for (int i = 0; i < triples.size(); i++) {
      int count = ofHeads.of(heads[i]) + ofTails.of(tails[i]) + 2 * FIRST_COUNT;
      weights[i] = (float) (1 / Math.sqrt(count));
    }
  }

  private static long key(int relation, int entity) {
    return ((long) relation << Integer.SIZE) | entity;
  }

  /** The weights of some triples, scaled so that they sum to 1. */
  float[] of(int[] members) {
    double sum = 0;
    for (int member : members) {
      sum += weights[member];
    }
    float[] shares = new float[members.length];
    for (int position = 0; position < members.length; position++) {
      shares[position] = (float) (weights[members[position]] / sum);
    }
    return shares;
  }

  /** How often each value occurs, as sorted values and where the run of each begins. */
  private static final class Counts {
    private final long[] values;
    private final int[] starts;

    Counts(long[] occurrences) {
      long[] sorted = occurrences.clone();
      Arrays.sort(sorted);
      int distinct = 0;
      int[] runs = new int[sorted.length + 1];
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          runs[distinct] = i;
          sorted[distinct++] = sorted[i];
        }
      }
      runs[distinct] = sorted.length;
      values = Arrays.copyOf(sorted, distinct);
      starts = Arrays.copyOf(runs, distinct + 1);
    }

    int of(long value) {
      int place = Arrays.binarySearch(values, value);
      return starts[place + 1] - starts[place];
    }
  }
}
