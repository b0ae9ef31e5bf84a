package org.metarec.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code metarec.train} on a large graph in an embedded Neo4j: how long reading, computing and
 * writing take. The store is kept and used again.
 */
final class LargeGraphTraining implements Bench.Experiment {

  /**
   * @param arguments folder of the store, nodes, relationships, visits; the numbers may be left out
   * @param settings a config of {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Map<String, Object> settings) throws Exception {
    Path home = Path.of(arguments.get(0));
    LargeGraph graph =
        new LargeGraph(
            number(arguments, 1, 1_000_000),
            number(arguments, 2, 10_000_000),
            number(arguments, 3, 0));
    boolean isNew = !Files.exists(home.resolve("data"));
    try (EmbeddedGraph embedded = new EmbeddedGraph(home)) {
      if (isNew) {
        graph.fill(embedded.database(), 1);
      }
      graph.constrain(embedded.database());
      print(embedded.call("CALL metarec.train($config)", settings));
    }
  }

  private static int number(List<String> arguments, int place, int otherwise) {
    return arguments.size() > place ? Integer.parseInt(arguments.get(place)) : otherwise;
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
