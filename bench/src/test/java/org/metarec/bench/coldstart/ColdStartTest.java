package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.experiment.Printed;

/** The whole benchmark on a tiny folder, against figures computed from what it wrote. */
class ColdStartTest {
  @TempDir static Path folder;

  private static Map<String, Double> printed;
  private static ReferenceFigures reference;

  @BeforeAll
  static void run() throws Exception {
    TinyFolder.write(folder);
    Path predictions = folder.resolve("predictions.csv");
    Map<String, Object> settings = new HashMap<>(TinyFolder.FAST_TRAINING);
    settings.put("predictions", predictions.toString());
    printed = Printed.figures(new ColdStart(), List.of(folder.toString()), settings);
    reference = ReferenceFigures.read(folder, predictions);
  }

  private static void assertPrinted(String figure, double expected) {
    assertThat(printed.get(figure)).as(figure).isCloseTo(expected, within(1e-4));
  }

  @Test
  void everyScenarioOfTheFolderHasItsFiguresAndTheTimesAreTold() {
    assertThat(printed).hasSize(2 * 7 + 2).containsKeys("seconds train", "seconds adapt+score");
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
