package org.metarec.meta.rating;

import java.util.Arrays;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.FloatArrays;
import org.metarec.model.RelationBlocks;
import org.metarec.model.rating.RatingPart;
import org.metarec.model.rating.RatingPrior;
import org.metarec.model.taste.YearScale;

/**
 * What the relations and the year of one item say of its ratings. Of a relation with few attributes
 * the effects of the item's attributes are added up: {@code double[width + 1]}. Of any other: the
 * mean of what its attributes say, largest and smallest offset among them, and the log of the
 * number of their ratings: {@code double[width + 4]}. At the end the standardised year and its
 * square. Attributes without rated items say nothing. Not thread-safe.
 */
public final class RatingContent {
  /** Bounds of the standardised year: one further off is taken for one of these. */
  private static final double EARLIEST = -3;

  private static final double LATEST = 10;
  private static final int EXTRA = 3;

  private final boolean[] hasFewAttributes;
  private final int rowLength;
  private final double[][] numbers;
  private final int[] attributes;

  RatingContent(boolean[] hasFewAttributes, int rowLength) {
    this.hasFewAttributes = hasFewAttributes;
    this.rowLength = rowLength;
    this.attributes = new int[hasFewAttributes.length];
    this.numbers = new double[hasFewAttributes.length][];
    for (int relation = 0; relation < numbers.length; relation++) {
      numbers[relation] = new double[rowLength + (hasFewAttributes[relation] ? 0 : EXTRA)];
    }
  }

  /** An item of which nothing is known yet. */
  public static RatingContent empty(RatingPrior prior) {
    boolean[] few = new boolean[prior.relationCount()];
    for (int relation = 0; relation < few.length; relation++) {
      few[relation] = prior.hasFewAttributes(relation);
    }
    return new RatingContent(few, prior.rowLength());
  }

  /** Length of {@link #values}. */
  static int length(boolean[] hasFewAttributes, int rowLength) {
    int length = 2;
    for (boolean few : hasFewAttributes) {
      length += rowLength + (few ? 0 : EXTRA);
    }
    return length;
  }

  /**
   * Adds an attribute.
   *
   * @param row what it says of factors and offset, number of rated items, of their ratings
   */
  void add(int relation, float[] row) {
    float offset = row[rowLength - 1];
    if (row[rowLength] <= 0) {
      return;
    }
    double[] sums = numbers[relation];
    for (int k = 0; k < rowLength; k++) {
      sums[k] += row[k];
    }
    if (!hasFewAttributes[relation]) {
      boolean isFirst = attributes[relation] == 0;
      sums[rowLength] = isFirst ? offset : Math.max(sums[rowLength], offset);
      sums[rowLength + 1] = isFirst ? offset : Math.min(sums[rowLength + 1], offset);
      sums[rowLength + 2] += row[rowLength + 1];
    }
    attributes[relation]++;
  }

  /**
   * Adds an attribute as it is stored.
   *
   * @param stored a block for each relation in which items have it
   */
  public void addStored(int relation, float[] stored) {
    RelationBlocks.block(stored, relation, rowLength + 2).ifPresent(row -> add(relation, row));
  }

  /**
   * All numbers, relation by relation.
   *
   * @param standardYear see {@link YearScale#standard}
   */
  double[] values(double standardYear) {
    double[] values = new double[length(hasFewAttributes, rowLength)];
    int at = 0;
    for (int relation = 0; relation < numbers.length; relation++) {
      System.arraycopy(numbers[relation], 0, values, at, numbers[relation].length);
      if (!hasFewAttributes[relation]) {
        for (int k = 0; k < rowLength; k++) {
          values[at + k] /= Math.max(1, attributes[relation]);
        }
        values[at + rowLength + 2] = Math.log1p(values[at + rowLength + 2]);
      }
      at += numbers[relation].length;
    }
    double t = Math.max(EARLIEST, Math.min(LATEST, standardYear));
    values[at] = t;
    values[at + 1] = t * t;
    return values;
  }

  /**
   * The row to be expected of an item that has no ratings: factors, offset, and 0 for their number.
   *
   * @param year in years, NaN where unknown
   */
  public float[] expectedRow(RatingPrior prior, float year) {
    YearScale yearScale = YearScale.of(prior.part(RatingPart.YEAR_SCALE));
    double[] values = values(yearScale.standard(year));
    FeatureScale scale = FeatureScale.of(prior.part(RatingPart.CONTENT_SCALE));
    float[] weights = prior.part(RatingPart.CONTENT_WEIGHTS);
    double[] sums = new double[rowLength];
    for (int f = 0; f <= values.length; f++) {
      double x = f == 0 ? 1 : scale.standard(f - 1, values[f - 1]);
      for (int k = 0; k < rowLength; k++) {
        sums[k] += x * weights[f * rowLength + k];
      }
    }
    return Arrays.copyOf(FloatArrays.rounded(sums), rowLength + 1);
  }
}
