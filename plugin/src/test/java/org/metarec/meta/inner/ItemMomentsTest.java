package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.Head;
import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.PriorShape;

class ItemMomentsTest {
  private static final PriorShape SHAPE = new PriorShape(2, 3, 1, 2, 0, 5, Head.STEPS, 0, 0);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theQuadraticFormIsTheMeanSquareOfTheKnownItemsScores(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ItemTable items = RandomItems.table(20, SHAPE, random);
    float[] weights = new float[SHAPE.weightCount()];
    double[] extended = new double[weights.length + 1];
    for (int k = 0; k < extended.length; k++) {
      extended[k] = (float) random.nextGaussian();
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) extended[k];
    }
    double biasWeight = extended[weights.length];

    double mean =
        IntStream.range(0, items.itemCount())
            .filter(item -> !items.isNew(item))
            .mapToDouble(
                item ->
                    items.dot(item, weights)
                        + weights[SHAPE.width()]
                        + biasWeight * items.bias(item))
            .map(score -> score * score)
            .average()
            .orElseThrow();

    double[] product = new ItemMoments(prior(ItemMoments.of(items, SHAPE))).times(extended);
    double form =
        IntStream.range(0, product.length).mapToDouble(k -> extended[k] * product[k]).sum();
    assertThat(form).isCloseTo(mean, within(1e-5 * (1 + mean)));
  }

  @Test
  void whereNoItemIsKnownThereIsNothingToScore() {
    assertThat(ItemMoments.of(new ItemTable(SHAPE.width(), 3), SHAPE)).containsOnly(0);
  }

  private static Prior prior(float[] moments) {
    Map<PriorPart, float[]> parts = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      parts.put(part, new float[part.length(SHAPE)]);
    }
    return new Prior(SHAPE, parts).with(PriorPart.ITEM_MOMENTS, moments);
  }
}
