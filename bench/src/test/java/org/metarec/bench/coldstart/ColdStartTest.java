package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark on a tiny folder, against figures computed from what it wrote. */
class ColdStartTest {
  @TempDir static Path folder;

  private static final Map<String, Double> PRINTED = new HashMap<>();
  private static ReferenceFigures reference;

  @BeforeAll
  static void run() throws Exception {
    TinyFolder.write(folder);
    Path predictions = folder.resolve("predictions.csv");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, Object> settings = new HashMap<>(TinyFolder.FAST_TRAINING);
    settings.put("predictions", predictions.toString());
    new ColdStart(new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of(folder.toString()), settings);
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      int last = line.lastIndexOf(' ');
      PRINTED.put(line.substring(0, last), Double.valueOf(line.substring(last + 1)));
    }
    reference = ReferenceFigures.read(folder, predictions);
  }

  private static void assertPrinted(String figure, double expected) {
    assertThat(PRINTED.get(figure)).as(figure).isCloseTo(expected, within(1e-4));
  }

  @Test
  void everyScenarioOfTheFolderHasItsFiguresAndTheTimesAreTold() {
    assertThat(PRINTED).hasSize(2 * 7 + 2).containsKeys("seconds train", "seconds adapt+score");
  }

  @Test
  void errorsAreThoseOfThePredictions() {
    assertPrinted("uc mae", reference.meanAbsoluteError("uc"));
    assertPrinted("ic mae", reference.meanAbsoluteError("ic"));
  }

  @Test
  void hitsAreThoseOfThePredictions() {
    assertPrinted("uc hr@10", reference.hitRate("uc"));
    assertPrinted("ic hr@10", reference.hitRate("ic"));
    assertPrinted("uc auc", reference.areaUnderCurve("uc"));
  }

  @Test
  void missingNegativesAreDrawnFromBooksThatTheReaderHasNothingToDoWith() {
    // 40 known books without the nine of a new reader; 20 new ones without seven
    assertThat(reference.negativeCounts("uc")).containsOnly(40L - 9);
    assertThat(reference.negativeCounts("ic")).containsOnly(20L - 7);
  }
}
