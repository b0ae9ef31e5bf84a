package org.metarec.bench.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.Settings;

/**
 * {@code metarec.train} on a large graph in an embedded Neo4j: how long reading, computing and
 * writing take. The store is kept and used again.
 */
public final class LargeGraphTraining implements Experiment {

  /**
   * @param arguments folder of the store
   * @param settings nodes, relationships, visits: of the graph; all others are a config of {@code
   *     metarec.train}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Path home = Path.of(Arguments.only(arguments, "STORE; sizes are settings (nodes=1000000)"));
    LargeGraph graph =
        new LargeGraph(
            settings.whole("nodes", 1_000_000),
            settings.whole("relationships", 10_000_000),
            settings.whole("visits", 0));
    boolean isNew = !Files.exists(home.resolve("data"));
    try (EmbeddedGraph embedded = new EmbeddedGraph(home)) {
      if (isNew) {
        graph.fill(embedded.database(), 1);
      }
      graph.constrain(embedded.database());
      print(embedded.call("CALL metarec.train($config)", settings.others()));
    }
  }

  private static void print(Map<String, Object> row) {
    row.forEach(
        (column, value) -> {
          if (!column.equals("configuration")) {
            System.out.printf("%s %s%n", column, value);
          }
        });
  }
}
