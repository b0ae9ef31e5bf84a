package org.metarec.meta.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.rating.RatingModel;
import org.metarec.model.rating.RatingPart;
import org.metarec.testing.RatingWorld;
import org.metarec.triple.Progress;

class RatingLearnerTest {
  private static final int OFFSET = RatingFactorization.WIDTH;
  private static final int KNOWN = RatingWorld.FILMS - RatingWorld.NEW_FILMS;

  private static RatingModel learn(RatingInput input, int concurrency) {
    return RatingLearner.learn(input, 3, 42, concurrency, Progress.NONE);
  }

  /** Correlation of offsets with how good the films are. */
  private static double correlation(long seed, RatingModel model, int from, int to) {
    double[] sums = new double[5];
    for (int film = from; film < to; film++) {
      double x = model.rows().row(film).orElseThrow()[OFFSET];
      double y = RatingWorld.quality(seed, film);
      double[] added = {x, y, x * x, y * y, x * y};
      for (int i = 0; i < added.length; i++) {
        sums[i] += added[i] / (to - from);
      }
    }
    return (sums[4] - sums[0] * sums[1])
        / Math.sqrt((sums[2] - sums[0] * sums[0]) * (sums[3] - sums[1] * sums[1]));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void aNewFilmIsExpectedToBeAsGoodAsItsRelations(long seed) {
    RatingModel model = learn(RatingWorld.input(seed), 2);

    assertThat(correlation(seed, model, 0, KNOWN)).isGreaterThan(0.97);
    assertThat(correlation(seed, model, KNOWN, RatingWorld.FILMS)).isGreaterThan(0.8);
    assertThat(model.prior().noise()).isCloseTo(0.09f, within(0.03f)); // 0.3²
  }

  /** Relations twice, contents twice, the regression. */
  @Test
  void itIsAskedForEachItemWhetherToGoOn() {
    AtomicInteger checks = new AtomicInteger();
    Progress watch =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            checks.set(0); // the factors have ended
          }

          @Override
          public void checkRunning() {
            checks.incrementAndGet();
          }
        };

    RatingLearner.learn(RatingWorld.input(1), 3, 42, 1, watch);

    assertThat(checks.get()).isGreaterThan(4 * RatingWorld.FILMS);
  }

  @Test
  void theSameModelComesOfAnyNumberOfThreads() {
    RatingInput input = RatingWorld.input(1);
    RatingModel one = learn(input, 1);
    RatingModel three = learn(input, 3);

    assertThat(three.rows().entities())
        .containsExactlyElementsOf(one.rows().entities().boxed().toList());
    for (int entity : one.rows().entities().toArray()) {
      assertThat(three.rows().row(entity).orElseThrow())
          .containsExactly(one.rows().row(entity).orElseThrow());
    }
    for (RatingPart part : RatingPart.values()) {
      assertThat(three.prior().part(part)).as(part.key()).containsExactly(one.prior().part(part));
    }
  }

  @Test
  void anItemOfTheSameAttributesIsExpectedTheSameFromWhatIsStored() {
    RatingModel model = learn(RatingWorld.input(2), 2);

    for (int film = KNOWN; film < RatingWorld.FILMS; film++) {
      int director = RatingWorld.FILMS + film % RatingWorld.DIRECTORS;
      int genre = RatingWorld.FILMS + RatingWorld.DIRECTORS + film % RatingWorld.GENRES;
      RatingContent content = RatingContent.empty(model.prior());
      content.addStored(0, model.rows().row(director).orElseThrow());
      content.addStored(1, model.rows().row(genre).orElseThrow());

      assertThat(content.expectedRow(model.prior(), 0))
          .containsExactly(model.rows().row(film).orElseThrow());
    }
  }
}
