package org.metarec.recommend;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something with its score.
 *
 * @param index of an item, or of a row
 * @param score higher is better
 */
public record Scored(int index, double score) {
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(scored -> -scored.score());

  /**
   * The best of many, best first.
   *
   * @param ties order of indexes with equal scores
   */
  static List<Scored> best(
      IntStream indexes,
      IntToDoubleFunction score,
      double minScore,
      int topK,
      Comparator<Integer> ties) {
    return best(
        indexes
            .mapToObj(index -> new Scored(index, score.applyAsDouble(index)))
            .filter(scored -> scored.score() >= minScore),
        topK,
        ties);
  }

  /** The same of what has been scored. */
  static List<Scored> best(Stream<Scored> all, int topK, Comparator<Integer> ties) {
    return all.collect(Comparators.least(topK, BEST_FIRST.thenComparing(Scored::index, ties)));
  }
}
