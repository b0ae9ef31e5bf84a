package org.metarec.recommend;

import java.util.ArrayList;
import java.util.List;
import org.metarec.model.ItemTable;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): each next item is the one with
 * the best of {@code (1 − diversity) · relevance − diversity · likeness}, where relevance is the
 * score brought to 0 … 1 and likeness the largest cosine with an item already chosen.
 */
final class Diversity {
  private final ItemTable table;
  private final double diversity;

  Diversity(ItemTable table, double diversity) {
    this.table = table;
    this.diversity = diversity;
  }

  /**
   * Chooses among items, best first.
   *
   * @param pool items, by falling score
   * @param scores of the pool
   */
  List<Integer> choose(List<Integer> pool, List<Double> scores, int count) {
    List<Integer> chosen = new ArrayList<>();
    List<Integer> left = new ArrayList<>(pool);
    List<Double> relevance = relevance(scores);
    double[] likeness = new double[table.itemCount()];
    while (chosen.size() < count && !left.isEmpty()) {
      int best = 0;
      double bestValue = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < left.size(); i++) {
        double value = (1 - diversity) * relevance.get(i) - diversity * likeness[left.get(i)];
        if (value > bestValue) {
          best = i;
          bestValue = value;
        }
      }
      int item = left.remove(best);
      relevance.remove(best);
      for (int other : left) {
        double cosine = cosine(item, other);
        likeness[other] = chosen.isEmpty() ? cosine : Math.max(likeness[other], cosine);
      }
      chosen.add(item);
    }
    return chosen;
  }

  private static List<Double> relevance(List<Double> scores) {
    double highest = scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double lowest = scores.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double range = highest > lowest ? highest - lowest : 1;
    List<Double> relevance = new ArrayList<>();
    scores.forEach(score -> relevance.add((score - lowest) / range));
    return relevance;
  }

  private double cosine(int one, int other) {
    int width = table.width();
    double dot = 0;
    double oneSquared = 0;
    double otherSquared = 0;
    for (int k = 0; k < width; k++) {
      double x = table.vectors()[one * width + k];
      double y = table.vectors()[other * width + k];
      dot += x * y;
      oneSquared += x * x;
      otherSquared += y * y;
    }
    double length = Math.sqrt(oneSquared * otherSquared);
    return length == 0 ? 0 : dot / length;
  }
}
