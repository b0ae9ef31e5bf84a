package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveTest {

  @Test
  void everyLineOfAScenarioIsPrintedAndDrawn(@TempDir Path folder) throws Exception {
    TinyFolder.write(folder);
    Path plot = folder.resolve("curve.svg");
    Map<String, Object> settings = new HashMap<>(TinyFolder.FAST_TRAINING);
    settings.putAll(
        Map.of("plot", plot.toString(), "clicks", List.of("0", "3"), "scenarios", "uc"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new LearningCurve(new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of(folder.toString()), settings);

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.stream().map(line -> line.substring(0, line.lastIndexOf(' '))))
        .containsExactly(
            "uc hr@10 clicks=0",
            "uc hr@10 clicks=3",
            "uc hr@10 clicks=0 without adaptation",
            "uc hr@10 clicks=3 without adaptation",
            "uc hr@10 clicks=0 popularity",
            "uc hr@10 clicks=3 popularity");
    assertThat(figure(lines, 4))
        .as("popularity is the same for everybody")
        .isEqualTo(figure(lines, 5));
    assertThat(plot).content().contains("<svg", "uc popularity");
  }

  private static String figure(List<String> lines, int line) {
    return lines.get(line).substring(lines.get(line).lastIndexOf(' '));
  }
}
