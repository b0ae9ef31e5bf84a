package org.metarec.bench.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metarec.bench.experiment.Printed;
import org.metarec.bench.experiment.Settings;

/** A small run, in which each way has to find films. */
class ServeTimesTest {
  private static final Map<String, Object> SMALL =
      Map.of("items", 400L, "users", 60L, "clicks", 900L, "hubClicks", 500L, "seconds", 0L);

  @Test
  void eachWayFindsFilms(@TempDir Path folder) throws Exception {
    List<String> printed = Printed.by(new ServeTimes(), List.of(folder.toString()), SMALL);

    assertThat(printed.get(0)).matches("first answer \\d+ ms after Neo4j is up");
    assertThat(printed.get(1)).matches("-?\\d+ bytes of heap an item");
    List<ServeRoute> routes = ServeRoutes.named("").all();
    List<String> rows = printed.subList(4, printed.size());
    assertThat(rows).hasSameSizeAs(routes);
    for (int row = 0; row < rows.size(); row++) {
      assertThat(rows.get(row)).startsWith("| " + routes.get(row).name() + " | 5 | ");
    }
    assertThat(rows)
        .filteredOn(row -> row.contains("UNION"))
        .singleElement()
        .asString()
        .as("requests a second of eight clients too")
        .matches(".*\\| \\d+\\.\\d \\|");
  }

  @Test
  void anActivityThatIsNoExponentIsRefused(@TempDir Path folder) {
    List<String> arguments = List.of(folder.toString());

    assertThatThrownBy(
            () -> new ServeTimes().run(arguments, new Settings(Map.of("activity", -0.5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("activity is -0.5, expected 0 or more");
  }

  @Test
  void aWordThatNoNameHasIsRefused(@TempDir Path folder) {
    List<String> arguments = List.of(folder.toString());

    assertThatThrownBy(
            () ->
                new ServeTimes().run(arguments, new Settings(Map.of("routes", "nothing like it"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing like it")
        .hasMessageContaining("metarec, 3 paths an item");
  }
}
