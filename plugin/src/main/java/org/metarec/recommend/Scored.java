package org.metarec.recommend;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Something with its score.
 *
 * @param index of an item, or of a row
 * @param score higher is better
 */
public record Scored(int index, double score) {
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored scored) -> -scored.score())
          .thenComparingInt(Scored::index);

  /** The best of many, best first; among equals the lower index. */
  static List<Scored> best(
      IntStream indexes, IntToDoubleFunction score, double minScore, int topK) {
    return indexes
        .mapToObj(index -> new Scored(index, score.applyAsDouble(index)))
        .filter(scored -> scored.score() >= minScore)
        .collect(Comparators.least(topK, BEST_FIRST));
  }
}
