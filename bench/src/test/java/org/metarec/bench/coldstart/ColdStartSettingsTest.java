package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.bench.experiment.CommandLine;
import org.metarec.bench.experiment.Settings;

/** What docs/experiments/cold-start-protocol.md says of the keys, as they are typed. */
class ColdStartSettingsTest {

  private static ColdStartSettings typed(String... words) {
    return ColdStartSettings.read(new Settings(CommandLine.of(List.of(words)).settings()));
  }

  @Test
  void withoutAnySettingAllClicksAreAddedToFreshNodes() {
    ColdStartSettings usual = typed();

    assertThat(usual.clicks()).containsExactly(ColdStartSettings.ALL);
    assertThat(usual.history()).isFalse();
    assertThat(usual.mixed()).isFalse();
    assertThat(usual.scenarios()).isEmpty();
    assertThat(usual.predictions()).isEmpty();
    assertThat(usual.train()).isEmpty();
  }

  @Test
  void clicksAreOneNumberOrSeveral() {
    assertThat(typed("clicks=3").clicks()).containsExactly(3);
    assertThat(typed("clicks=0,1,all").clicks()).containsExactly(0, 1, ColdStartSettings.ALL);
    assertThat(ColdStartSettings.typed(ColdStartSettings.ALL)).isEqualTo("all");
    assertThatThrownBy(() -> typed("clicks=many")).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void historyIsSwitchedOn() {
    assertThat(typed("history=true").history()).isTrue();
    assertThatThrownBy(() -> typed("history=yes")).hasMessageContaining("must be true or false");
  }

  @Test
  void otherKeysAreForTheTraining() {
    ColdStartSettings own =
        typed("scenarios=uc,ic", "without=paths,gru", "randomSeed=43", "clicks=3");

    assertThat(own.scenarios()).containsExactly("uc", "ic");
    assertThat(own.train())
        .isEqualTo(Map.of("without", List.of("paths", "gru"), "randomSeed", 43L));
  }

  @Test
  void oneFileOfPredictionsIsForOneNumberOfClicks() {
    assertThat(typed("predictions=p.csv", "clicks=3").predictions()).hasValue(Path.of("p.csv"));
    assertThatThrownBy(() -> typed("predictions=p.csv", "clicks=0,1"))
        .hasMessageContaining("2 values of clicks");
  }
}
