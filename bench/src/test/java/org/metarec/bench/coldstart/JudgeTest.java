package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.metarec.bench.coldstart.folder.Interaction;
import org.metarec.model.rating.RatingScale;

class JudgeTest {
  private static final Judge JUDGE = new Judge(new RatingScale(1, 10, 3, 9));

  private static boolean isPositive(double rating) {
    return JUDGE.isPositive(new Interaction("u", "i", OptionalDouble.of(rating)));
  }

  @Test
  void theLeastRatingOfALikedItemIsInTheUnitOfTheFolder() { // 1 + 3/4 · 9
    assertThat(JUDGE.leastPositive()).isEqualTo(7.75);
    assertThat(isPositive(7.75)).isTrue();
    assertThat(isPositive(7.74)).isFalse();
  }

  @Test
  void withoutRatingsAllIsLiked() {
    assertThat(new Judge(RatingScale.NONE).leastPositive()).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
