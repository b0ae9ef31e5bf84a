package org.metarec.recommend;

import java.util.stream.IntStream;
import org.metarec.model.kernel.ScanKernel;

/**
 * The best of many items, at most a number of them: a heap with the worst on top. Among equal
 * scores the lower item is the better one. Not thread-safe.
 */
final class BestItems {
  private final int[] items;
  private final float[] scores;
  private int size;

  BestItems(int most) {
    this.items = new int[most];
    this.scores = new float[most];
  }

  /** Offers items of an array, in their order; one of −∞ is never taken. */
  void offerAll(ScanKernel kernel, float[] all, int from, int to) {
    int item = from;
    for (; item < to && size < items.length; item++) {
      if (all[item] > Float.NEGATIVE_INFINITY) {
        rise(item, all[item]);
      }
    }
    while (item < to) {
      item = kernel.firstAbove(scores[0], all, item, to); // an equal one comes too late
      if (item < to) {
        sinkFromTop(item, all[item]);
        item++;
      }
    }
  }

  int size() {
    return size;
  }

  /** The best, in no order. */
  IntStream items() {
    return IntStream.of(items).limit(size);
  }

  /** The lowest score of the best, of which there is one at least. */
  float lowest() {
    return scores[0];
  }

  private boolean isWorse(float score, int item, int place) {
    return score < scores[place] || (score == scores[place] && item > items[place]);
  }

  private void rise(int item, float score) {
    int place = size++;
    while (place > 0 && isWorse(score, item, (place - 1) / 2)) {
      move((place - 1) / 2, place);
      place = (place - 1) / 2;
    }
    items[place] = item;
    scores[place] = score;
  }

  private void sinkFromTop(int item, float score) {
    int place = 0;
    while (2 * place + 1 < size) {
      int worse = 2 * place + 1;
      if (worse + 1 < size && isWorse(scores[worse + 1], items[worse + 1], worse)) {
        worse++;
      }
      if (isWorse(score, item, worse)) {
        break;
      }
      move(worse, place);
      place = worse;
    }
    items[place] = item;
    scores[place] = score;
  }

  private void move(int from, int to) {
    items[to] = items[from];
    scores[to] = scores[from];
  }
}
