package org.metarec.meta.rating;

import org.metarec.meta.regression.FeatureScale;
import org.metarec.meta.regression.Recency;
import org.metarec.meta.regression.RidgeRegression;
import org.metarec.model.FloatArrays;
import org.metarec.model.taste.YearScale;
import org.metarec.triple.Progress;
import org.metarec.triple.time.ItemTimes;

/**
 * From an item's content to its row, {@code q_i = x_i B}: ridge regression on the rated items, each
 * left out of the means in its own content, the newest and the most rated counting most.
 *
 * <p>B makes {@code Σ_j ω_j |q_j − x_j B|² + λ |B|²} least, with {@code ω_j = n_j / (n_j + 20) ·
 * e^{(year_j − last year) / 10}}, see {@link Recency}, and λ = 30, over rated items j of n_j
 * ratings. The content x is standardised over them and begins with a constant, whose row of B is
 * not drawn to 0.
 */
final class ContentRegression {
  private static final double RIDGE = 30;

  /** So many years make an item count e times less: new items are like the newest. */
  private static final double MEMORY_YEARS = 10;

  private final RatedItems items;
  private final ItemTimes times;
  private final YearScale yearScale;
  private final double[][] contents;
  private final FeatureScale scale;

  ContentRegression(
      RatedItems items, AttributeRatings attributes, ItemTimes times, Progress progress) {
    this.items = items;
    this.times = times;
    this.yearScale = items.yearScale(times);
    this.contents = new double[items.count()][];
    for (int item = 0; item < contents.length; item++) {
      progress.checkRunning();
      if (items.isRated(item)) {
        double year = yearScale.standard(times.year(item));
        contents[item] = attributes.content(item).values(year);
      }
    }
    this.scale =
        FeatureScale.of(
            item -> contents[item],
            items.rated(),
            RatingContent.length(attributes.hasFewAttributes(), items.rowLength()));
  }

  YearScale yearScale() {
    return yearScale;
  }

  /** Mean of each number of the rated items' contents, then its spread. */
  float[] contentScale() {
    return scale.toArray();
  }

  /**
   * {@code float[(content + 1) · (width + 1)]}: the row of the mean content, then what each adds.
   */
  float[] weights(Progress progress) {
    int length = scale.length();
    RidgeRegression regression = new RidgeRegression(length + 1, items.rowLength());
    regression.penalise(0, RidgeRegression.CONSTANT_PENALTY);
    for (int f = 1; f <= length; f++) {
      regression.penalise(f, RIDGE);
    }
    Recency recency = Recency.of(times, items.rated(), MEMORY_YEARS, RIDGE);
    double[] x = new double[length + 1];
    x[0] = 1;
    for (int item = 0; item < contents.length; item++) {
      progress.checkRunning();
      if (contents[item] != null) {
        for (int f = 0; f < length; f++) {
          x[f + 1] = scale.standard(f, contents[item][f]);
        }
        double weight = items.weight(item) * recency.of(times.year(item));
        regression.add(weight, x, items.row(item));
      }
    }
    return FloatArrays.rounded(regression.solution(progress));
  }
}
