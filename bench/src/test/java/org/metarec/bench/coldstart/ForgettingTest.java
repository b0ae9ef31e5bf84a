package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.coldstart.folder.DatedFolder;
import org.metarec.bench.experiment.Printed;

/** A small run of the experiment, so that what it shows stays true. */
class ForgettingTest {

  @Test
  void aWarmStartLearnsTheItemsThatCameAndKeepsTheOthers(@TempDir Path folder) throws Exception {
    DatedFolder.write(folder);
    Map<String, Object> settings = new HashMap<>(TinyFolder.FAST_TRAINING);
    settings.putAll(Map.of("until", 1990L, "warmEpochs", 2L));

    Map<String, Double> printed =
        Printed.figures(new Forgetting(), List.of(folder.toString()), settings);
    assertThat(printed)
        .containsOnlyKeys(
            "seconds train",
            "old hr@10 before",
            "new hr@10 before",
            "seconds warm start",
            "old hr@10 after",
            "new hr@10 after");
    // new 0 and .98, old .92 and .92 when this was written
    assertThat(printed.get("new hr@10 after")).isGreaterThan(printed.get("new hr@10 before") + 0.5);
    assertThat(printed.get("old hr@10 after")).isGreaterThan(printed.get("old hr@10 before") - 0.1);
  }
}
