package org.metarec.bench.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.bench.experiment.Printed;
import org.metarec.bench.experiment.Settings;

class LinkPredictionTest {
  private static final int PLACES = 14;

  @TempDir private Path folder;

  /** Places on a ring: each is next to the one after it, and two before the one after that. */
  private void writeRing() throws IOException {
    write("train.txt", "next", 1, 0, PLACES);
    write("valid.txt", "overnext", 2, 0, PLACES / 2);
    write("test.txt", "overnext", 2, PLACES / 2, PLACES);
    Files.writeString(
        folder.resolve("train.txt"),
        Files.readString(folder.resolve("train.txt")) + "\nplace0\tovernext\tplace2\n\n");
  }

  private void write(String file, String relation, int step, int from, int to) throws IOException {
    String lines =
        IntStream.range(from, to)
            .mapToObj(i -> "place%d\t%s\tplace%d".formatted(i, relation, (i + step) % PLACES))
            .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve(file), lines);
  }

  private List<String> run(Map<String, Object> settings, String... words) throws Exception {
    return Printed.by(new LinkPrediction(), Lists.asList(folder.toString(), words), settings);
  }

  @Test
  void threeFilesGiveALineAMetric() throws Exception {
    writeRing();

    List<String> lines = run(Map.of("epochs", 3L));

    assertThat(lines).allMatch(line -> line.matches("[a-z_@0-9]+ -?[0-9]+\\.[0-9]{4}"));
    assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(' '))))
        .contains("mrr", "hits@1", "hits@3", "hits@10", "mean_rank", "relation_mrr", "seconds");
  }

  @Test
  void aLineThatIsNoTripleIsNamed() throws Exception {
    writeRing();
    Files.writeString(folder.resolve("valid.txt"), "\nplace0 next place1\n");

    assertThatThrownBy(() -> run(Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("valid.txt, line 2: 1 columns; expected head, relation and tail");
  }

  @Test
  void theWordValidRanksTheOtherFile() throws Exception {
    writeRing();

    String ofTest = run(Map.of("epochs", 3L)).get(0);
    String ofValidation = run(Map.of("epochs", 3L), "valid").get(0);

    assertThat(ofValidation).startsWith("mrr ").isNotEqualTo(ofTest);
  }

  /** A mistyped 'valid' must not read the test file: it is read once, when all is chosen. */
  @Test
  void anyOtherWordIsRefused() {
    assertThatThrownBy(() -> run(Map.of(), "vaild"))
        .hasMessage("expected FOLDER [valid], found [%s, vaild]", folder);
    assertThatThrownBy(() -> run(Map.of(), "valid", "valid")).hasMessageContaining("expected");
    assertThatThrownBy(() -> new LinkPrediction().run(List.of(), new Settings(Map.of())))
        .hasMessage("expected FOLDER [valid], found []");
  }

  @Test
  void theDeviceMayOnlyBeTheProcessor() {
    assertThatThrownBy(() -> run(Map.of("device", "gpu")))
        .hasMessage("device is 'gpu', but kge trains on the processor: 'cpu', or leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"metaEpochs", "validationFraction", "warmStart"})
  void aKeyThatDoesNothingHereIsRefused(String key) {
    assertThatThrownBy(() -> run(Map.of(key, 1L)))
        .hasMessageContaining("unknown settings [%s]", key)
        .hasMessageContaining("concurrency, corruption, device, embeddingDimension");
  }
}
