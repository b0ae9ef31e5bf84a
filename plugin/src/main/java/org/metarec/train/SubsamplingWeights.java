package org.metarec.train;

import java.util.stream.IntStream;
import org.metarec.triple.Offsets;
import org.metarec.triple.Triples;

/**
 * Weights that keep frequent heads and tails from drowning the rare: {@code 1/√(n(h,r) + n(r,t))},
 * each count from 3 on, after word2vec, as in the code of Sun et al. 2019 (their paper is silent).
 */
final class SubsamplingWeights {
  private static final int FIRST_COUNT = 3;

  private final float[] weights;

  SubsamplingWeights(Triples triples) {
    weights = new float[triples.size()];
    int[] rows = byRelation(triples);
    int[] headCounts = new int[triples.entityCount()];
    int[] tailCounts = new int[triples.entityCount()];
    for (int from = 0; from < rows.length; ) {
      int to = from;
      int relation = triples.relation(rows[from]);
      for (; to < rows.length && triples.relation(rows[to]) == relation; to++) {
        headCounts[triples.head(rows[to])]++;
        tailCounts[triples.tail(rows[to])]++;
      }
      for (int i = from; i < to; i++) {
        int count = headCounts[triples.head(rows[i])] + tailCounts[triples.tail(rows[i])];
        weights[rows[i]] = (float) (1 / Math.sqrt(count + 2 * FIRST_COUNT));
      }
      for (int i = from; i < to; i++) {
        headCounts[triples.head(rows[i])] = 0;
        tailCounts[triples.tail(rows[i])] = 0;
      }
      from = to;
    }
  }

  /** The triples in the order of their relations: a counting sort. */
  private static int[] byRelation(Triples triples) {
    int[] places =
        Offsets.of(
            triples.relationCount(), IntStream.range(0, triples.size()).map(triples::relation));
    int[] rows = new int[triples.size()];
    for (int i = 0; i < triples.size(); i++) {
      rows[places[triples.relation(i)]++] = i;
    }
    return rows;
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
}
