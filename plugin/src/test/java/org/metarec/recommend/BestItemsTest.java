package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.kernel.Kernel;

class BestItemsTest {

  /** Scores are drawn from a few, so that there are ties, and some items are ruled out. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theyAreTheFirstOfAllSorted(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] scores = new float[random.nextInt(200)];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = random.nextInt(5) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(12);
    }
    int most = 1 + random.nextInt(30);
    for (Kernel kernel : Kernel.values()) {
      BestItems best = new BestItems(most);
      best.offerAll(kernel.scan(), scores, 0, scores.length);
      assertBest(best, scores, most);
    }
  }

  private static void assertBest(BestItems best, float[] scores, int most) {
    assertThat(best.items().boxed().toList())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, scores.length)
                .filter(item -> scores[item] > Float.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble(item -> -scores[item]))
                .limit(most)
                .toList());
  }
}
