package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.SupportSet;
import org.metarec.model.rating.RatingPrior;
import org.metarec.model.rating.RatingScale;
import org.metarec.testing.RatingWorld;

class RatingPredictionTest {
  private static final RatingPrior PRIOR = RatingWorld.prior(1, 1);
  private static final RatingScale TEN = new RatingScale(1, 10, 3, 0);
  private static final float[] ITEM = {0, 0.5f, 9};

  private static RatingPrediction of(SupportSet support) {
    return new RatingPrediction(PRIOR, TEN, List.of(), support, item -> Optional.of(ITEM));
  }

  @Test
  void aPredictionIsMappedToTheRangeOfTheGraphAndClippedToIt() {
    RatingPrediction nobody = of(new SupportSet(new int[0], new float[0], new double[0]));

    assertThat(nobody.of(ITEM)).isCloseTo(1 + 9 * (3.5 - 1) / 4, within(1e-6));
    assertThat(nobody.of(new float[] {0, 7, 9})).isEqualTo(10);
    assertThat(nobody.of(new float[] {0, -7, 9})).isEqualTo(1);
  }

  @Test
  void aPredictionIsDrawnToTheNearestStar() {
    RatingScale stars = new RatingScale(1, 5, 3, 4);
    SupportSet nothing = new SupportSet(new int[0], new float[0], new double[0]);
    RatingPrediction nobody =
        new RatingPrediction(PRIOR, stars, List.of(), nothing, item -> Optional.of(ITEM));

    assertThat(nobody.of(new float[] {0, 0.6f, 9})).isCloseTo(3.7, within(1e-6));
  }

  @Test
  void clicksWithoutARatingSayNothing() {
    RatingPrediction clicked =
        of(new SupportSet(new int[] {0}, new float[] {Float.NaN}, new double[1]));
    RatingPrediction rated = of(new SupportSet(new int[] {0}, new float[] {5}, new double[1]));

    assertThat(clicked.of(ITEM)).isCloseTo(1 + 9 * (3.5 - 1) / 4, within(1e-6));
    assertThat(rated.of(ITEM)).isGreaterThan(clicked.of(ITEM) + 0.5);
  }

  @Test
  void anItemThatIsGoneSaysNothing() {
    SupportSet gone = new SupportSet(new int[] {0}, new float[] {5}, new double[1]);
    RatingPrediction nobody =
        new RatingPrediction(PRIOR, TEN, List.of(), gone, item -> Optional.empty());

    assertThat(nobody.of(ITEM)).isCloseTo(1 + 9 * (3.5 - 1) / 4, within(1e-6));
  }
}
