package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.YearScale;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;

/**
 * A shop of twenty categories that sell alike, so that a category says nothing of its products;
 * then there is another category.
 */
class NewCategoryTest {
  private static final int CATEGORIES = 20;
  private static final int OF_EACH = 30;
  private static final int KNOWN = CATEGORIES * OF_EACH;
  private static final int SOLD = 12 * OF_EACH;
  private static final int OF_NEW_CATEGORY = KNOWN;
  private static final int OF_NONE = KNOWN + 1;

  private final PathIndex index = index();

  private static PathIndex index() {
    PathIndex.Builder builder = new PathIndex.Builder(KNOWN + 2, KNOWN, 1, 0);
    for (int product = 0; product <= KNOWN; product++) {
      builder.link(0, product, product / OF_EACH, product);
    }
    return builder.build();
  }

  /** Each category sells as much as any other, each product by chance. */
  private static ItemLikes likes(SplittableRandom random) {
    int[] likes = new int[KNOWN + 2];
    for (int category = 0; category < CATEGORIES; category++) {
      for (int sold = 0; sold < SOLD; sold++) {
        int product = (int) (OF_EACH * Math.sqrt(random.nextDouble()));
        likes[category * OF_EACH + product]++;
      }
    }
    ItemTable table = new ItemTable(1, KNOWN + 2);
    double mean = 0;
    for (int product = 0; product < KNOWN; product++) {
      table.setRow(product, new float[] {0, 0, likes[product], Float.NaN});
      mean += Math.log1p(likes[product]) / KNOWN;
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
    ItemLikes likes = likes(new SplittableRandom(seed));
    PopularityFeatures features = new PopularityFeatures(index, likes, new YearScale(0, 1, 0, 0));
    IntFunction<double[]> rows = item -> features.of(item, Float.NaN);
    int length = PopularityFeatures.length(1);
    FeatureScale scale = FeatureScale.of(rows, likes.known(), length);
    IntFunction<float[]> familiar = item -> features.standardised(scale, item, Float.NaN);
    PopularityRidge ridge = PopularityRidge.of(familiar, length, likes, Progress.NONE);
    double[] expected =
        IntStream.range(0, KNOWN + 2)
            .mapToDouble(item -> ridge.expectedByOthers(item, familiar.apply(item)))
            .toArray();

    double[] sold = IntStream.range(0, KNOWN).mapToDouble(likes::centredLog).toArray();
    assertThat(correlation(sold, expected)).as("with what it must not know").isLessThan(0.4);
    assertThat(expected[OF_NEW_CATEGORY]).isBetween(-0.5, 0.5);
    assertThat(expected[OF_NONE]).as("as the mean").isCloseTo(0, within(1e-3));
  }
}
