package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.triple.Progress;

class ItemMomentsTest {
  private static final PriorShape SHAPE =
      new PriorShape(2, 3, 1, 2, false, 0, 5, InnerSolver.STEPS, 0, 0);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theQuadraticFormIsTheMeanSquareOfTheItemsScores(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ItemTable items = RandomItems.table(20, SHAPE, random);
    double[] u = new double[SHAPE.width() + 2];
    for (int k = 0; k < u.length; k++) {
      u[k] = (float) random.nextGaussian();
    }
    float[] weights = Floats.toArray(Doubles.asList(u).subList(0, SHAPE.width()));

    int[] counted = random.ints(7, 0, items.itemCount()).toArray();
    double mean =
        IntStream.of(counted)
            .mapToDouble(item -> items.dot(item, weights) + u[3] + u[4] * items.bias(item))
            .map(score -> score * score)
            .average()
            .orElseThrow();

    double[] product =
        new ItemMoments(prior(ItemMoments.of(items, counted, Progress.NONE))).times(u);
    double form = IntStream.range(0, product.length).mapToDouble(k -> u[k] * product[k]).sum();
    assertThat(form).isCloseTo(mean, within(1e-5 * (1 + mean)));
  }

  @Test
  void whereNoItemCountsThereIsNothingToScore() {
    ItemTable items = RandomItems.table(3, SHAPE, new SplittableRandom(1));
    assertThat(ItemMoments.of(items, new int[0], Progress.NONE)).containsOnly(0);
  }

  private static Prior prior(float[] moments) {
    return new Prior(SHAPE, part -> new float[part.length(SHAPE)])
        .with(PriorPart.ITEM_MOMENTS, moments);
  }
}
