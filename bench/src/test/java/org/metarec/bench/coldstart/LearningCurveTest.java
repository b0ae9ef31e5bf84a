package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.experiment.Printed;

class LearningCurveTest {

  @Test
  void everyLineOfAScenarioIsPrintedAndDrawn(@TempDir Path folder) throws Exception {
    TinyFolder.write(folder);
    Path plot = folder.resolve("curve.svg");
    Map<String, Object> settings = new HashMap<>(TinyFolder.FAST_TRAINING);
    settings.putAll(
        Map.of("plot", plot.toString(), "clicks", List.of("0", "3"), "scenarios", "uc"));

    Map<String, Double> printed =
        Printed.figures(new LearningCurve(), List.of(folder.toString()), settings);

    assertThat(printed.keySet())
        .containsExactly(
            "uc hr@10 clicks=0",
            "uc hr@10 clicks=3",
            "uc hr@10 clicks=0 without adaptation",
            "uc hr@10 clicks=3 without adaptation",
            "uc hr@10 clicks=0 popularity",
            "uc hr@10 clicks=3 popularity");
    assertThat(printed.get("uc hr@10 clicks=0 popularity"))
        .as("popularity is the same for everybody")
        .isEqualTo(printed.get("uc hr@10 clicks=3 popularity"));
    assertThat(plot).content().contains("<svg", "uc popularity");
  }
}
