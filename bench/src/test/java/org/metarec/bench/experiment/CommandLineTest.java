package org.metarec.bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  private static Map<String, Object> settings(String... words) {
    return CommandLine.of(List.of(words)).settings();
  }

  @Test
  void wordsWithAnEqualsSignAreSettingsWhereverTheyStand() {
    CommandLine line = CommandLine.of(List.of("epochs=3", "DIR", "history=true", "valid"));

    assertThat(line.arguments()).containsExactly("DIR", "valid");
    assertThat(line.settings()).isEqualTo(Map.of("epochs", 3L, "history", true));
  }

  @Test
  void numbersAreNumbers() {
    assertThat(settings("randomSeed=43", "margin=-1.5", "learningRate=1e-3", "noise=.3"))
        .isEqualTo(Map.of("randomSeed", 43L, "margin", -1.5, "learningRate", 0.001, "noise", 0.3));
  }

  @Test
  void aCommaMakesAListAndAnyOtherWordStaysAWord() {
    assertThat(settings("without=paths,gru", "clicks=0,1,all", "head=steps", "plot=a=b.svg"))
        .isEqualTo(
            Map.of(
                "without",
                List.of("paths", "gru"),
                "clicks",
                List.of("0", "1", "all"),
                "head",
                "steps",
                "plot",
                "a=b.svg"));
  }

  @Test
  void aSettingGivenTwiceIsRefused() {
    assertThatThrownBy(() -> settings("epochs=3", "epochs=4"))
        .hasMessageContaining("epochs is given twice");
  }
}
