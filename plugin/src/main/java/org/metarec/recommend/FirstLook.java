package org.metarec.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.model.item.CoarseWeights;
import org.metarec.model.kernel.ScanKernel;

/**
 * About the scores of all items, by which the best are found without asking for the score of each:
 * filter and refine, as in Seidl and Kriegel, SIGMOD 1998. What it finds is what sorting all items
 * by their exact scores would give. Asks for the exact scores of those items alone whose
 * approximate score lies within twice the error of that of the last item sought. Not thread-safe.
 */
final class FirstLook {
  private final ScanKernel kernel;
  private final float[] scores;
  private final int itemCount;
  private final double error;

  /**
   * @param scores {@code float[≥ itemCount]}, borrowed: −∞ for items that are out of the question
   * @param error by how much each differs from the exact score at most, but for what {@code float}
   *     rounds of the score itself
   */
  FirstLook(ScanKernel kernel, float[] scores, int itemCount, double error) {
    this.kernel = kernel;
    this.scores = scores;
    this.itemCount = itemCount;
    this.error = error;
  }

  /**
   * The best items, best first.
   *
   * @param exact the score of an item
   */
  List<Scored> best(IntToDoubleFunction exact, double minScore, int topK, TieOrder ties) {
    int most = Math.min(itemCount, topK);
    int[] possible = from(least(minScore, most));
    List<Scored> best = new ArrayList<>();
    int from = 0;
    for (int end : ties.rangeEnds()) { // of a range, those that tie are in order: few can be best
      int place = Arrays.binarySearch(possible, from, possible.length, end);
      int to = place < 0 ? -place - 1 : place;
      IntStream ofRange = Arrays.stream(possible, from, to);
      int mostOfRange = Math.min(most, to - from);
      best.addAll(Scored.best(ofRange, exact, minScore, mostOfRange, Comparator.naturalOrder()));
      from = to;
    }
    return Scored.best(best.stream(), most, ties.order());
  }

  /** No item that seems worse than this is among the best. */
  private double least(double minScore, int most) {
    BestItems first = new BestItems(most);
    first.offerAll(kernel, scores, 0, itemCount);
    boolean areThereMore = most > 0 && first.size() == most;
    double last = areThereMore ? first.lowest() : Double.NEGATIVE_INFINITY;
    return Math.max(last - 2 * error(last), minScore - error(minScore));
  }

  private double error(double score) {
    return error + CoarseWeights.ROUNDING * Math.abs(score);
  }

  /** Ascending. */
  private int[] from(double least) {
    float below = Math.nextDown((float) least);
    IntStream.Builder found = IntStream.builder();
    int item = kernel.firstAbove(below, scores, 0, itemCount);
    while (item < itemCount) {
      found.add(item);
      item = kernel.firstAbove(below, scores, item + 1, itemCount);
    }
    return found.build().toArray();
  }
}
