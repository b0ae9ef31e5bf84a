package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.coldstart.Scorer.Scored;
import org.metarec.bench.coldstart.folder.CsvTable;
import org.metarec.bench.coldstart.folder.Scenario;

class PredictionFileTest {

  @Test
  void keysWithCommasAndQuotesAreReadAgainAsTheyAre(@TempDir Path folder) throws IOException {
    Path written = folder.resolve("predictions.csv");
    String title = "Good, the Bad and the \"Ugly\", The";
    Scenario.Task task = new Scenario.Task("Eco, U.", List.of(), List.of(), List.of());
    try (PredictionFile file = new PredictionFile(written)) {
      List<Scored> scored = List.of(new Scored(title, 0.1, 4.5), new Scored("m2", -3, Double.NaN));
      file.write(new Scenario("uc", List.of(task)), task, scored);
    }

    CsvTable table = CsvTable.read(written);
    assertThat(table.header()).containsExactly("scenario", "user", "item", "score", "rating");
    assertThat(table.rows())
        .containsExactly(
            List.of("uc", "Eco, U.", title, "0.1", "4.5"),
            List.of("uc", "Eco, U.", "m2", "-3.0", ""));
  }
}
