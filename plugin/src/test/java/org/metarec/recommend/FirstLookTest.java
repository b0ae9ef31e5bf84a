package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.kernel.Kernel;

class FirstLookTest {
  private static final int ITEMS = 1000;

  private static List<Integer> best(
      float[] scores, double error, IntToDoubleFunction exact, int topK, TieOrder ties) {
    return new FirstLook(Kernel.fastest().scan(), scores, scores.length, error)
        .best(exact, -0.9, topK, ties).stream().map(Scored::index).toList();
  }

  /**
   * Exact scores of a few values, so that many tie; what the look says of them is off by up to the
   * error, which is nothing or more than all that lies between them; a fifth is ruled out.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theyAreTheFirstOfAllSortedHoweverPoorTheLook(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double error = random.nextInt(3) == 0 ? 0 : random.nextDouble(2);
    int values = 1 + random.nextInt(400);
    double[] exact = random.doubles(ITEMS).map(x -> Math.rint(x * values) / values - 0.5).toArray();
    float[] scores = new float[ITEMS];
    for (int item = 0; item < ITEMS; item++) {
      double off = error * random.nextDouble(-0.99, 0.99);
      scores[item] = random.nextInt(5) == 0 ? Float.NEGATIVE_INFINITY : (float) (exact[item] + off);
    }
    int topK = 1 + random.nextInt(100);
    int middle = random.nextInt(ITEMS);
    Comparator<Integer> secondRangeFirst =
        Comparator.comparing((Integer item) -> item < middle)
            .thenComparing(Comparator.naturalOrder());

    List<Integer> expected =
        IntStream.range(0, ITEMS)
            .filter(item -> scores[item] > Float.NEGATIVE_INFINITY)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer item) -> -exact[item])
                    .thenComparing(secondRangeFirst))
            .limit(topK)
            .toList();

    double known = error + 1e-6; // of rounding to float
    TieOrder ties = new TieOrder(List.of(middle, ITEMS), secondRangeFirst);
    assertThat(best(scores, known, item -> exact[item], topK, ties)).isEqualTo(expected);
  }

  @Test
  void noMoreAreScoredThanItTakesToBeSure() {
    float[] scores = new float[ITEMS];
    for (int item = 0; item < ITEMS; item++) {
      scores[item] = item;
    }
    int[] asked = new int[1];
    IntToDoubleFunction counted =
        item -> {
          asked[0]++;
          return item;
        };

    assertThat(best(scores, 10, counted, 3, TieOrder.ofNumbers(ITEMS)))
        .containsExactly(999, 998, 997);
    assertThat(asked[0]).isLessThan(100);
  }
}
