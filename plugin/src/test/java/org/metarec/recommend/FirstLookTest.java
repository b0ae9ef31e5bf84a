package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

  private static FirstLook look(float[] scores, double error) {
    return new FirstLook(Kernel.fastest().scan(), scores, scores.length, error);
  }

  private static List<Integer> best(
      FirstLook look, IntToDoubleFunction exact, double minScore, int topK, TieOrder ties) {
    return look.best(exact, minScore, topK, ties).stream().map(Scored::index).toList();
  }

  /**
   * Exact scores of a few values, so that many tie; what the look says of them is off by up to the
   * error, which is nothing or more than all that lies between them; some are ruled out, and often
   * fewer are left than are asked for.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theyAreTheFirstOfAllSortedHoweverPoorTheLook(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double error = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.5);
    int values = 1 + random.nextInt(400);
    double[] exact = random.doubles(ITEMS).map(x -> Math.rint(x * values) / values - 0.5).toArray();
    float[] scores = new float[ITEMS];
    int oneOf = 1 + random.nextInt(20);
    for (int item = 0; item < ITEMS; item++) {
      double off = error * random.nextDouble(-0.99, 0.99);
      scores[item] =
          random.nextInt(oneOf) == 0 ? Float.NEGATIVE_INFINITY : (float) (exact[item] + off);
    }
    int topK = 1 + random.nextInt(100);
    double minScore = random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : random.nextDouble(-1, 1);
    int middle = random.nextInt(ITEMS);
    Comparator<Integer> secondRangeFirst =
        Comparator.comparing((Integer item) -> item < middle)
            .thenComparing(Comparator.naturalOrder());

    List<Integer> expected =
        IntStream.range(0, ITEMS)
            .filter(item -> scores[item] > Float.NEGATIVE_INFINITY && exact[item] >= minScore)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer item) -> -exact[item])
                    .thenComparing(secondRangeFirst))
            .limit(topK)
            .toList();

    TieOrder ties = new TieOrder(List.of(middle, ITEMS), secondRangeFirst);
    assertThat(best(look(scores, error), item -> exact[item], minScore, topK, ties))
        .isEqualTo(expected);
  }

  @Test
  void noMoreAreScoredThanCanBeAmongTheBest() {
    float[] scores = new float[ITEMS];
    for (int item = 0; item < ITEMS; item++) {
      scores[item] = item;
    }
    List<Integer> asked = new ArrayList<>();
    IntToDoubleFunction counted =
        item -> {
          asked.add(item);
          return item;
        };

    TieOrder ties = NumberOrder.of(ITEMS);
    assertThat(best(look(scores, 10), counted, -1, 3, ties)).containsExactly(999, 998, 997);
    assertThat(asked).hasSize(3 + 20).contains(977);
  }

  @Test
  void ofNoItemsNoneIsTheBest() {
    assertThat(best(look(new float[0], 1), item -> item, -1, 3, NumberOrder.of(0))).isEmpty();
  }
}
