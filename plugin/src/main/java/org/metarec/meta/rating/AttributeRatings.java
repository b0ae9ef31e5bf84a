package org.metarec.meta.rating;

import java.util.Arrays;
import org.metarec.meta.regression.RidgeRegression;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;

/**
 * What the attributes of items say of ratings, by the rows of the rated items that have them, each
 * less their mean. Of a relation with many attributes it is the shrunk mean, {@code Σ_j (q_j − q̄)
 * / (n + 1)}, and an item that is itself rated is left out of it when asked for. Of a relation with
 * few it is the effect of the attribute in a ridge regression on all of them together. Immutable.
 */
final class AttributeRatings {
  /** At most so many attributes are fitted together: each item costs the square of their number. */
  private static final int FEW = 64;

  /** Pulls an attribute's mean towards 0, as one more item that is like all would. */
  private static final double SHRINKAGE = 1;

  /** λ of the effects, see docs/mathematics.md. */
  private static final double EFFECT_RIDGE = 20;

  private final PathIndex paths;
  private final RatedItems items;
  private final boolean[] hasFewAttributes;
  private final double[][][] sums;
  private final double[][][] effects; // of relations with few attributes
  private final int[][] rated;
  private final long[][] ratings;

  AttributeRatings(PathIndex paths, RatedItems items, Progress progress) {
    int relations = paths.relationCount();
    this.paths = paths;
    this.items = items;
    this.hasFewAttributes = new boolean[relations];
    this.sums = new double[relations][][];
    this.effects = new double[relations][][];
    this.rated = new int[relations][];
    this.ratings = new long[relations][];
    for (int relation = 0; relation < relations; relation++) {
      count(relation, progress);
      hasFewAttributes[relation] = attributesOf(relation) <= FEW;
      if (hasFewAttributes[relation]) {
        fitEffects(relation, progress);
      }
    }
  }

  private Links attributesToItems(int relation) {
    return paths.relation(relation).items();
  }

  private void count(int relation, Progress progress) {
    Links links = attributesToItems(relation);
    int length = items.rowLength();
    sums[relation] = new double[links.sourceCount()][];
    rated[relation] = new int[links.sourceCount()];
    ratings[relation] = new long[links.sourceCount()];
    for (int attribute = 0; attribute < links.sourceCount(); attribute++) {
      progress.checkRunning();
      for (int link = links.from(attribute); link < links.to(attribute); link++) {
        int item = links.target(link);
        if (items.isRated(item)) {
          rated[relation][attribute]++;
          ratings[relation][attribute] += items.ratings(item);
          if (sums[relation][attribute] == null) {
            sums[relation][attribute] = new double[length];
          }
          for (int k = 0; k < length; k++) {
            sums[relation][attribute][k] += items.deviation(item, k);
          }
        }
      }
    }
  }

  private int attributesOf(int relation) {
    int count = 0;
    for (int items : rated[relation]) {
      count += items > 0 ? 1 : 0;
    }
    return count;
  }

  private void fitEffects(int relation, Progress progress) {
    int[] number = new int[rated[relation].length];
    int count = 0;
    for (int attribute = 0; attribute < number.length; attribute++) {
      number[attribute] = rated[relation][attribute] > 0 ? count++ : -1;
    }
    int length = items.rowLength();
    RidgeRegression regression = new RidgeRegression(count, length);
    Links links = paths.relation(relation).attributes();
    for (int item = 0; item < items.count(); item++) {
      progress.checkRunning();
      if (items.isRated(item)) {
        double[] x = new double[count];
        links.targets(item).forEach(attribute -> x[number[attribute]] = 1);
        regression.add(items.weight(item), x, items.deviations(item));
      }
    }
    for (int feature = 0; feature < count; feature++) {
      regression.penalise(feature, EFFECT_RIDGE);
    }
    double[] solution = regression.solution(progress);
    effects[relation] = new double[number.length][];
    for (int attribute = 0; attribute < number.length; attribute++) {
      if (number[attribute] >= 0) {
        int from = number[attribute] * length;
        effects[relation][attribute] = Arrays.copyOfRange(solution, from, from + length);
      }
    }
  }

  boolean[] hasFewAttributes() {
    return hasFewAttributes;
  }

  /** Whether items with ratings have the attribute. */
  boolean isKnown(int relation, int attribute) {
    return attribute < rated[relation].length && rated[relation][attribute] > 0;
  }

  /** {@code float[width + 3]}: what an attribute says, number of rated items, of ratings. */
  float[] row(int relation, int attribute) {
    return row(relation, attribute, -1);
  }

  /** The content of an item; what is known of a rated one is not looked at. */
  RatingContent content(int item) {
    RatingContent content = new RatingContent(hasFewAttributes, items.rowLength());
    for (int relation = 0; relation < paths.relationCount(); relation++) {
      Links links = paths.relation(relation).attributes();
      for (int link = links.from(item); link < links.to(item); link++) {
        content.add(relation, row(relation, links.target(link), items.isRated(item) ? item : -1));
      }
    }
    return content;
  }

  private float[] row(int relation, int attribute, int without) {
    int length = items.rowLength();
    float[] row = new float[length + 2];
    if (!isKnown(relation, attribute)) {
      return row;
    }
    boolean few = hasFewAttributes[relation];
    boolean leavesOut = without >= 0 && !few;
    int count = rated[relation][attribute] - (leavesOut ? 1 : 0);
    for (int k = 0; k < length; k++) {
      double own = leavesOut ? items.deviation(without, k) : 0;
      double mean = (sums[relation][attribute][k] - own) / (count + SHRINKAGE);
      row[k] = (float) (few ? effects[relation][attribute][k] : mean);
    }
    row[length] = count;
    row[length + 1] = ratings[relation][attribute] - (leavesOut ? items.ratings(without) : 0);
    return row;
  }
}
