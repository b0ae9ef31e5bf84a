package org.metarec.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.model.kernel.ScanKernel;

/**
 * About the scores of all items, by which the best are found without asking for the score of each:
 * filter and refine, as in Seidl and Kriegel, SIGMOD 1998. What it finds is what sorting all items
 * by their exact scores would give.
 */
final class FirstLook {
  /**
   * So many more items are scored exactly than are asked for, which is mostly enough to be sure.
   */
  private static final int SPARE = 64;

  private final ScanKernel kernel;
  private final float[] scores;
  private final int itemCount;
  private final double error;

  /**
   * @param scores {@code float[≥ itemCount]}: −∞ for items that are out of the question
   * @param error by how much each differs from the exact score at most
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
    int most = (int) Math.min(itemCount, (long) topK + SPARE);
    BestItems first = new BestItems(most);
    first.offerAll(kernel, scores, 0, itemCount);
    List<Scored> best = Scored.best(first.items(), exact, minScore, topK, ties.order());
    double least = (best.size() < topK ? minScore : best.get(topK - 1).score()) - error;
    if (first.size() < most || first.lowest() < least) {
      return best;
    }
    IntStream all = bestOfRanges(least, exact, minScore, topK, ties.rangeEnds());
    return Scored.best(all, exact, minScore, topK, ties.order());
  }

  /** Of items that tie, those of a range are in order: few of the range can be among the best. */
  private IntStream bestOfRanges(
      double least, IntToDoubleFunction exact, double minScore, int topK, List<Integer> rangeEnds) {
    IntStream.Builder found = IntStream.builder();
    int from = 0;
    for (int end : rangeEnds) {
      IntStream possible =
          IntStream.range(from, end)
              .filter(item -> scores[item] >= least && scores[item] > Float.NEGATIVE_INFINITY);
      Scored.best(possible, exact, minScore, topK, Comparator.naturalOrder())
          .forEach(scored -> found.add(scored.index()));
      from = end;
    }
    return found.build();
  }
}
