package org.metarec.meta.heldback;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.eval.RankingMetrics;

/**
 * An item that was liked.
 *
 * @param others items that it competes with
 */
record HeldBackLike(int item, List<Integer> others) {

  /** From 1; of equal scores half count as better. */
  double rank(IntToDoubleFunction score) {
    double own = score.applyAsDouble(item);
    int better = 0;
    int equal = 0;
    for (int other : others) {
      double its = score.applyAsDouble(other);
      better += its > own ? 1 : 0;
      equal += its == own ? 1 : 0;
    }
    return RankingMetrics.rank(better, equal);
  }

  /** What was liked, then the others. */
  IntStream items() {
    return IntStream.concat(IntStream.of(item), others.stream().mapToInt(other -> other));
  }
}
