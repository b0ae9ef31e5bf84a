package org.metarec.train.processor;

import java.util.Arrays;
import java.util.BitSet;
import org.metarec.train.step.Batch;

/**
 * The pairs of a batch by candidate, in ascending order, so that the row of each is read once and
 * belongs to one thread. A counting sort; costs the number of pairs, plus a 64th of that of all
 * possible candidates.
 */
final class CandidateOrder {
  private final BitSet present;

  /** How many pairs each candidate has; then, where its next one goes. */
  private final int[] places;

  private int[] candidates = {};
  private int[] begins = {};
  private int[] pairs = {};
  private int candidateCount;

  /**
   * @param choices number of possible candidates
   */
  CandidateOrder(int choices) {
    this.present = new BitSet(choices);
    this.places = new int[choices];
  }

  /** Takes up the pairs of a batch, in place of those of the last. Empty places are left out. */
  void sort(Batch batch) {
    count(batch);
    int begin = 0;
    candidateCount = 0;
    for (int c = present.nextSetBit(0); c >= 0; c = present.nextSetBit(c + 1)) {
      candidates[candidateCount] = c;
      begins[candidateCount++] = begin;
      int end = begin + places[c];
      places[c] = begin;
      begin = end;
    }
    begins[candidateCount] = begin;
    for (int pair = 0; pair < batch.pairs(); pair++) {
      if (batch.candidate(pair) >= 0) {
        pairs[places[batch.candidate(pair)]++] = pair;
      }
    }
    for (int slot = 0; slot < candidateCount; slot++) {
      places[candidates[slot]] = 0;
    }
    present.clear();
  }

  private void count(Batch batch) {
    if (pairs.length < batch.pairs()) {
      candidates = new int[batch.pairs()];
      begins = new int[batch.pairs() + 1];
      pairs = new int[batch.pairs()];
    }
    for (int pair = 0; pair < batch.pairs(); pair++) {
      int candidate = batch.candidate(pair);
      if (candidate >= 0 && places[candidate]++ == 0) {
        present.set(candidate);
      }
    }
  }

  /** The first slot of a part; all parts hold about as many pairs each. */
  int firstSlot(int part) {
    long firstPair = (long) begins[candidateCount] * part / CorruptionPass.PARTS;
    int found = Arrays.binarySearch(begins, 0, candidateCount + 1, (int) firstPair);
    return found >= 0 ? found : -found - 1;
  }

  int candidate(int slot) {
    return candidates[slot];
  }

  /** Where the pairs of a slot begin; they end where those of the next begin. */
  int begin(int slot) {
    return begins[slot];
  }

  int pair(int place) {
    return pairs[place];
  }
}
