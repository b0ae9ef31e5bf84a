package org.metarec.model.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.testing.RatingWorld;

class RatingPriorTest {

  private static Map<RatingPart, float[]> parts() {
    RatingPrior prior = RatingWorld.prior(2, 0.5f);
    Map<RatingPart, float[]> parts = new EnumMap<>(RatingPart.class);
    for (RatingPart part : RatingPart.values()) {
      parts.put(part, prior.part(part));
    }
    return parts;
  }

  @Test
  void aRowHoldsTheFactorsAndTheOffset() {
    assertThat(new RatingPrior(parts()).rowLength()).isEqualTo(3);
  }

  @Test
  void aMissingPartAndOneThatDoesNotFitTheOthersAreRefused() {
    Map<RatingPart, float[]> missing = parts();
    missing.remove(RatingPart.NOISE);
    Map<RatingPart, float[]> shorter = parts();
    shorter.put(RatingPart.USER_PRECISION, new float[8]);

    assertThatThrownBy(() -> new RatingPrior(missing)).hasMessage("noise is missing");
    assertThatThrownBy(() -> new RatingPrior(shorter))
        .hasMessage("userPrecision has 8 floats, expected 9");
  }
}
