package org.metarec.bench.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.experiment.Printed;

/** A small run of the experiment, so that what it shows stays true. */
class InductionQualityTest {
  private static final Pattern FIGURE = Pattern.compile("(.+?) +([0-9.]+) \\+- [0-9.]+");
  private static final int PLACES = 60;

  @TempDir private Path folder;

  /** Places on a ring, each related to those one, two, three and four after it. */
  private void writeRing() throws IOException {
    write("train.txt", 1, 2);
    write("valid.txt", 3);
    write("test.txt", 4);
  }

  private void write(String file, int... steps) throws IOException {
    List<String> lines =
        IntStream.of(steps)
            .boxed()
            .flatMap(
                step ->
                    IntStream.range(0, PLACES)
                        .mapToObj(
                            i -> "place%d\t+%d\tplace%d".formatted(i, step, (i + step) % PLACES)))
            .toList();
    Files.write(folder.resolve(file), lines);
  }

  @Test
  void aHiddenPlaceIsBetterWhereItsRelationsPutItThanInTheMiddle() throws Exception {
    writeRing();
    Map<String, Double> figures = new HashMap<>();
    Map<String, Object> settings = Map.of("seeds", 1L, "epochs", 200L, "embeddingDimension", 16L);
    for (String line : Printed.by(new InductionQuality(), List.of(folder.toString()), settings)) {
      Matcher figure = FIGURE.matcher(line);
      assertThat(figure.matches()).as(line).isTrue();
      figures.put(figure.group(1), Double.valueOf(figure.group(2)));
    }

    assertThat(figures).hasSize(4 * 3);
    // 1 and .15 when this was written
    assertThat(figures.get("induced: mrr")).isGreaterThan(0.9);
    assertThat(figures.get("mean entity: mrr")).isLessThan(0.5);
  }
}
