package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.coldstart.folder.DatedFolder;

/** A small run of the experiment, so that what it shows stays true. */
class ForgettingTest {

  @Test
  void aWarmStartLearnsTheItemsThatCameAndKeepsTheOthers(@TempDir Path folder) throws Exception {
    DatedFolder.write(folder);
    Map<String, Object> settings = new HashMap<>(TinyFolder.FAST_TRAINING);
    settings.putAll(Map.of("until", 1990L, "warmEpochs", 2L));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new Forgetting(new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of(folder.toString()), settings);

    Map<String, Double> printed = new LinkedHashMap<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      int last = line.lastIndexOf(' ');
      printed.put(line.substring(0, last), Double.valueOf(line.substring(last + 1)));
    }
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
