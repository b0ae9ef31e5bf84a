package org.metarec.model.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FisherTest {
  @Test
  void onlyWhatIsTrainedHasInformation() {
    Fisher fisher = new Fisher(ZeroParts.SHAPE, ZeroParts.parts()::get);

    for (PriorPart part : PriorPart.values()) {
      assertThat(fisher.part(part) != null).as(part.key()).isEqualTo(part.trained());
    }
  }

  @Test
  void aMissingPartAndOneOfAnotherLengthAreRefused() {
    Map<PriorPart, float[]> missing = ZeroParts.parts();
    missing.remove(PriorPart.START_WEIGHTS);
    Map<PriorPart, float[]> longer = ZeroParts.parts();
    longer.put(PriorPart.START_WEIGHTS, new float[7]);

    assertThatThrownBy(() -> new Fisher(ZeroParts.SHAPE, missing::get))
        .hasMessage("startWeights has no floats, expected 8");
    assertThatThrownBy(() -> new Fisher(ZeroParts.SHAPE, longer::get))
        .hasMessage("startWeights has 7 floats, expected 8");
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY})
  void aMeanOfSquaresIsAFiniteNumberFromZero(float wrong) {
    Map<PriorPart, float[]> parts = ZeroParts.parts();
    parts.get(PriorPart.START_WEIGHTS)[2] = wrong;

    assertThatThrownBy(() -> new Fisher(ZeroParts.SHAPE, parts::get))
        .hasMessage(
            "the Fisher information in startWeights is %s; expected a finite number of at least 0",
            wrong);
  }
}
