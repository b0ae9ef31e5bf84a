package org.metarec.graph.reading;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.graph.node.NodeIds;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;

/** A graph is read, and told in words. */
abstract class GraphReading {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  static TrainingGraph read() {
    return read(SchemaConfig.NONE);
  }

  static TrainingGraph read(SchemaConfig given) {
    return DATABASE.read(
        tx -> GraphReader.read(tx, SchemaDiscovery.of(tx, given, Progress.NONE), Progress.NONE));
  }

  /** What an entity is called in these graphs: its title, name or id, or the feature's value. */
  static String name(TrainingGraph graph, int entity) {
    int nodes = graph.vocabulary().nodeCount();
    return entity >= nodes
        ? graph.featureValues().get(entity - nodes)
        : DATABASE.read(
            tx -> {
              var node = NodeIds.find(tx, graph.vocabulary().nodeId(entity)).orElseThrow();
              return String.valueOf(
                  node.getProperty("title", node.getProperty("name", node.getProperty("id", "?"))));
            });
  }

  /** Names of the items that a user interacted with, oldest first. */
  static List<String> history(TrainingGraph graph, int user) {
    return IntStream.range(0, graph.interactions().size(user))
        .mapToObj(position -> name(graph, graph.interactions().item(user, position)))
        .toList();
  }

  static List<Float> ratings(TrainingGraph graph, int user) {
    return IntStream.range(0, graph.interactions().size(user))
        .mapToObj(position -> graph.interactions().rating(user, position))
        .toList();
  }

  /** "head RELATION tail" of each triple. */
  static List<String> triples(TrainingGraph graph) {
    Triples triples = graph.triples();
    return IntStream.range(0, triples.size())
        .mapToObj(
            triple ->
                String.join(
                    " ",
                    name(graph, triples.head(triple)),
                    graph.relations().get(triples.relation(triple)).name(),
                    name(graph, triples.tail(triple))))
        .toList();
  }
}
