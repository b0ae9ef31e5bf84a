package org.metarec.recommend;

import java.util.ArrayList;
import java.util.List;
import org.metarec.model.embedding.Cosine;
import org.metarec.model.item.ItemTable;
import org.metarec.triple.Progress;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): each next item is the one with
 * the best of {@code (1 − diversity) · relevance − diversity · likeness}, where relevance is the
 * score, so that the best has 1 and the hundredth 0, and likeness the largest cosine with an item
 * already chosen. Costs the pool times the items chosen: about two seconds for 10,000 of 11,000.
 */
final class Diversity {
  /** Beyond, scores may fall to whatever: the range is of those that are likely to be shown. */
  private static final int SCALE = 100;

  private final ItemTable table;
  private final double diversity;
  private final Progress progress;

  /**
   * @param progress asked before each choice whether to go on
   */
  Diversity(ItemTable table, double diversity, Progress progress) {
    this.table = table;
    this.diversity = diversity;
    this.progress = progress;
  }

  /**
   * Chooses among items, best first.
   *
   * @param pool items, by falling score
   * @param scores of the pool
   */
  List<Integer> choose(List<Integer> pool, List<Double> scores, int count) {
    List<float[]> vectors = pool.stream().map(item -> Cosine.unit(table.vector(item))).toList();
    double[] relevance = relevance(scores);
    double[] likeness = new double[pool.size()];
    boolean[] taken = new boolean[pool.size()];
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < Math.min(count, pool.size())) {
      progress.checkRunning();
      int best = -1;
      double bestValue = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < taken.length; i++) {
        double value = (1 - diversity) * relevance[i] - diversity * likeness[i];
        if (!taken[i] && (best < 0 || value > bestValue)) {
          best = i;
          bestValue = value;
        }
      }
      taken[best] = true;
      for (int i = 0; i < taken.length; i++) {
        double cosine = taken[i] ? 1 : Cosine.dot(vectors.get(best), vectors.get(i));
        likeness[i] = chosen.isEmpty() ? cosine : Math.max(likeness[i], cosine);
      }
      chosen.add(pool.get(best));
    }
    return chosen;
  }

  private static double[] relevance(List<Double> scores) {
    if (scores.isEmpty()) {
      return new double[0];
    }
    double highest = scores.get(0);
    double lowest = scores.get(Math.min(SCALE, scores.size()) - 1);
    double range = highest > lowest ? highest - lowest : 1;
    return scores.stream().mapToDouble(score -> (score - lowest) / range).toArray();
  }
}
