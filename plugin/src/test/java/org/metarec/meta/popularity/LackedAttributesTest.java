package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.YearScale;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;

/** A shop some of whose products nobody has filed, and these sell well. */
class LackedAttributesTest {
  private static final int PRODUCTS = 80;
  private static final int CATEGORIES = 20;

  /** π̂ of a new product that is not filed either. */
  private static float expectedOfOneMore(int notFiled, SplittableRandom random) {
    PathIndex.Builder index = new PathIndex.Builder(PRODUCTS + 1, PRODUCTS, 1, 0);
    ItemTable table = new ItemTable(0, PRODUCTS + 1);
    double mean = 0;
    for (int product = 0; product < PRODUCTS; product++) {
      int likes = product < notFiled ? 60 : random.nextInt(20);
      table.setRow(product, new float[] {0, likes, Float.NaN});
      mean += Math.log1p(likes) / PRODUCTS;
      if (product >= notFiled) {
        index.link(0, product, product % CATEGORIES, product);
      }
    }
    ItemLikes likes = ItemLikes.of(table, mean);
    PopularityFeatures features =
        new PopularityFeatures(index.build(), likes, new YearScale(0, 1, 0, 0));
    int length = PopularityFeatures.length(1);
    FeatureScale scale =
        FeatureScale.of(item -> features.of(item, Float.NaN), likes.known(), length);
    PopularityRidge ridge =
        PopularityRidge.of(
            item -> features.standardised(scale, item, Float.NaN), length, likes, Progress.NONE);
    return ridge.expectedByOthers(PRODUCTS, features.standardised(scale, PRODUCTS, Float.NaN));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whatOneSoldPromisesLittleOfAnother(long seed) {
    assertThat(expectedOfOneMore(1, new SplittableRandom(seed))).isBetween(-0.2f, 0.2f);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whatManySoldIsExpectedOfAnother(long seed) {
    assertThat(expectedOfOneMore(PRODUCTS / 2, new SplittableRandom(seed))).isGreaterThan(0.5f);
  }
}
