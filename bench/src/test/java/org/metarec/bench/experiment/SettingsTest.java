package org.metarec.bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void aSettingThatIsNoNumberEndsTheExperiment() {
    Settings settings = new Settings(Map.of("noise", "abc", "seeds", 2.5, "epochs", 7L));

    assertThat(settings.whole("epochs", 40)).isEqualTo(7);
    assertThat(settings.whole("relations", 500)).isEqualTo(500);
    assertThatThrownBy(() -> settings.number("noise", 0.1)).hasMessageContaining("noise is 'abc'");
    assertThatThrownBy(() -> settings.whole("seeds", 5)).hasMessageContaining("seeds is 2.5");
    assertThat(settings.within("epochs", 40, 1, 7)).isEqualTo(7);
    assertThatThrownBy(() -> settings.within("epochs", 40, 8, 9))
        .hasMessage("epochs is 7 but must be from 8 to 9");
  }

  @Test
  void aSettingThatNobodyReadsEndsItToo() {
    Settings settings = new Settings(Map.of("epochs", 7L, "epoch", 9L));
    settings.whole("epochs", 40);

    assertThatThrownBy(settings::refuseOthers).hasMessageContaining("[epoch]");
    assertThat(settings.others()).isEqualTo(Map.of("epoch", 9L));
  }
}
