package org.metarec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private String show(boolean isTerminal, double... fractions) {
    var progress = new TrainingProgress(new PrintStream(printed, true, UTF_8), isTerminal);
    for (double fraction : fractions) {
      progress.show("epoch 3", fraction);
    }
    progress.finish();
    return printed.toString(UTF_8);
  }

  @Test
  void aTerminalShowsOneLineThatRenewsItself() {
    assertThat(show(true, 0.5, 0.505))
        .startsWith("\rtraining [###############               ]  50 %  epoch 3")
        .contains("\r", "  51 %")
        .containsOnlyOnce("\n")
        .endsWith("\n");
  }

  @Test
  void aFileGetsALineAQuarter() {
    assertThat(show(false, 0.0, 0.1, 0.26, 0.3, 0.9).lines())
        .extracting(line -> line.replaceAll(".*]\\s+(\\d+) %.*", "$1"))
        .containsExactly("0", "26", "90");
  }
}
