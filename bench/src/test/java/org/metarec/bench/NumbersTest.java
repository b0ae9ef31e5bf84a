package org.metarec.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void aSettingThatIsNoNumberEndsTheExperiment() {
    Numbers numbers = new Numbers(Map.of("noise", "abc", "seeds", 2.5, "epochs", 7L));

    assertThat(numbers.whole("epochs", 40)).isEqualTo(7);
    assertThat(numbers.whole("relations", 500)).isEqualTo(500);
    assertThatThrownBy(() -> numbers.of("noise", 0.1)).hasMessageContaining("noise is 'abc'");
    assertThatThrownBy(() -> numbers.whole("seeds", 5)).hasMessageContaining("seeds is 2.5");
  }

  @Test
  void aSettingThatNobodyReadsEndsItToo() {
    Numbers numbers = new Numbers(Map.of("epochs", 7L, "epoch", 9L));
    numbers.whole("epochs", 40);

    assertThatThrownBy(numbers::refuseOthers).hasMessageContaining("[epoch]");
  }
}
