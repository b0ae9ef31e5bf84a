package org.metarec.meta.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

class ContentVectorTest {
  private static final int DIMENSION = 3;
  private static final int WIDTH = 4;
  private static final int RELATIONS = 3;
  private static final int EARNED = 2;

  /** In float, of sums of some dozen products below 10. */
  private static final float ROUNDING = 1e-4f;

  /** Projected one by one, attributes add up to what their sum gives. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theSumOfProjectionsIsTheProjectionOfTheSum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Prior prior = prior(random);
    ItemVectors vectors = new ItemVectors(prior);
    ItemContent content = new ItemContent(prior.shape());
    ContentVector vector = new ContentVector(WIDTH);
    for (int relation = 0; relation < RELATIONS; relation++) {
      for (int attribute = random.nextInt(4); attribute > 0; attribute--) {
        float[] mean = numbers(random, 2 * DIMENSION);
        content.add(relation, mean);
        vector.add(relation, Arrays.copyOf(vectors.projected(relation, mean), WIDTH + 1));
      }
    }

    float[] earned = numbers(random, EARNED);

    float[] expected = vectors.ofNew(content.values(), earned, 1995, 0.5f);

    float[] found = vectors.ofNewProjected(vector.values(), earned, 1995, 0.5f);
    assertThat(found).containsExactly(expected, within(ROUNDING));
  }

  private static Prior prior(SplittableRandom random) {
    PriorShape shape =
        new PriorShape(DIMENSION, WIDTH, RELATIONS, 0, false, 0, 0, InnerSolver.STEPS, 0, EARNED);
    return new Prior(shape, part -> numbers(random, part.length(shape)))
        .with(PriorPart.YEAR_SCALE, new float[] {1990, 10, 1900, 2100});
  }

  private static float[] numbers(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-2, 2);
    }
    return numbers;
  }
}
