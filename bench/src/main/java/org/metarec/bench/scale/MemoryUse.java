package org.metarec.bench.scale;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * What {@code metarec.train.estimate} says against the heap that {@code metarec.train} really uses,
 * on graphs of several shapes. Few epochs and negatives show it: memory does not grow with them.
 */
public final class MemoryUse implements Experiment {
  private static final List<LargeGraph> SHAPES =
      List.of(
          new LargeGraph(100_000, 200_000, 0),
          new LargeGraph(50_000, 500_000, 0),
          new LargeGraph(5_000, 500_000, 0),
          new LargeGraph(50_000, 100_000, 100_000),
          new LargeGraph(5_000, 20_000, 500_000));

  /**
   * @param arguments nodes, relationships and visits of one shape; several shapes if left out
   * @param settings a config of {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.require(
        arguments.isEmpty() || arguments.size() == 3, arguments, "[NODES RELATIONSHIPS VISITS]");
    Map<String, Object> config =
        new LinkedHashMap<>(Map.of("epochs", 2L, "negativeSamples", 1L, "metaEpochs", 1L));
    config.putAll(settings.others());
    List<LargeGraph> shapes = arguments.isEmpty() ? SHAPES : List.of(shape(arguments));
    for (LargeGraph shape : shapes) {
      measure(shape, config);
    }
  }

  private static LargeGraph shape(List<String> arguments) {
    return new LargeGraph(
        Integer.parseInt(arguments.get(0)),
        Integer.parseInt(arguments.get(1)),
        Integer.parseInt(arguments.get(2)));
  }

  private static void measure(LargeGraph shape, Map<String, Object> config) throws Exception {
    try (ScratchFolder home = new ScratchFolder()) {
      measure(shape, config, home.path());
    }
  }

  private static void measure(LargeGraph shape, Map<String, Object> config, Path home)
      throws Exception {
    try (EmbeddedGraph graph = new EmbeddedGraph(home)) {
      shape.fill(graph.database(), 1);
      shape.constrain(graph.database());
    }
    try (EmbeddedGraph graph = new EmbeddedGraph(home)) { // free of what filling left in caches
      Map<String, Object> estimate = graph.call("CALL metarec.train.estimate($config)", config);
      try (LiveHeap heap = new LiveHeap()) {
        graph.call("CALL metarec.train($config)", config);
        print(shape, estimate, heap.peak());
      }
    }
  }

  private static void print(LargeGraph shape, Map<String, Object> estimate, long used) {
    double least = ((Number) estimate.get("bytesMin")).doubleValue();
    double most = ((Number) estimate.get("bytesMax")).doubleValue();
    System.out.printf(
        Locale.ROOT,
        "nodes %d relationships %d visits %d: estimate %.1f to %.1f MiB, used %.1f MiB,"
            + " ratios %.3f %.3f%n",
        shape.nodes(),
        shape.relationships(),
        shape.visits(),
        least / (1 << 20),
        most / (1 << 20),
        (double) used / (1 << 20),
        least / used,
        most / used);
  }
}
