package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.YearScale;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;

/**
 * A shop of twenty categories that sell alike, so that a category says nothing of its products;
 * then there is another category.
 */
class NewCategoryTest {
  private static final int CATEGORIES = 20;

  /** The last two products are new: one of a new category, one of none. */
  private static PathIndex index(int ofEach) {
    int known = CATEGORIES * ofEach;
    PathIndex.Builder builder = new PathIndex.Builder(known + 2, known, 1, 0);
    for (int product = 0; product <= known; product++) {
      builder.link(0, product, product / ofEach, product);
    }
    return builder.build();
  }

  /** Each category sells as much as any other, each product by chance. */
  private static ItemLikes likes(int ofEach, SplittableRandom random) {
    int known = CATEGORIES * ofEach;
    int[] likes = new int[known + 2];
    for (int category = 0; category < CATEGORIES; category++) {
      for (int sold = 0; sold < 12 * ofEach; sold++) {
        int product = (int) (ofEach * Math.sqrt(random.nextDouble()));
        likes[category * ofEach + product]++;
      }
    }
    ItemTable table = new ItemTable(1, known + 2);
    double mean = 0;
    for (int product = 0; product < known; product++) {
      table.setRow(product, new float[] {0, 0, likes[product], Float.NaN});
      mean += Math.log1p(likes[product]) / known;
    }
    return ItemLikes.of(table, mean);
  }

  private static double correlation(double[] x, double[] y) {
    double ofBoth = 0;
    double ofX = 0;
    double ofY = 0;
    for (int i = 0; i < x.length; i++) {
      ofBoth += x[i] * y[i];
      ofX += x[i] * x[i];
      ofY += y[i] * y[i];
    }
    return ofX == 0 ? 0 : ofBoth / Math.sqrt(ofX * ofY);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void itsProductsAreExpectedToSellAsTheOthers(long seed) {
    assertNothingIsTold(30, seed);
    assertNothingIsTold(12, seed);
  }

  private static void assertNothingIsTold(int ofEach, long seed) {
    int known = CATEGORIES * ofEach;
    ItemLikes likes = likes(ofEach, new SplittableRandom(seed));
    PopularityFeatures features =
        new PopularityFeatures(index(ofEach), likes, new YearScale(0, 1, 0, 0));
    IntFunction<double[]> rows = item -> features.of(item, Float.NaN);
    int length = PopularityFeatures.length(1);
    FeatureScale scale = FeatureScale.of(rows, likes.known(), length);
    IntFunction<float[]> familiar = item -> features.standardised(scale, item, Float.NaN);
    PopularityRidge ridge = PopularityRidge.of(familiar, length, likes, Progress.NONE);
    double[] expected =
        IntStream.range(0, known + 2)
            .mapToDouble(item -> ridge.expectedByOthers(item, familiar.apply(item)))
            .toArray();

    double[] sold = IntStream.range(0, known).mapToDouble(likes::centredLog).toArray();
    assertThat(correlation(sold, expected)).as("with what it must not know").isLessThan(0.4);
    assertThat(expected[known]).isBetween(-0.5, 0.5);
    assertThat(expected[known + 1]).as("as the mean").isCloseTo(0, within(1e-3));
  }
}
