package org.metarec.procedure.training;

import java.util.List;
import java.util.Optional;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.graph.reading.GraphCounts;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/**
 * What a training is going to do, settled before anything is read into arrays.
 *
 * @param warm where it goes on from the live model
 * @param candidates settings to be tried, for this graph; where there are several, the graph is
 *     tiny
 * @param estimate the heap that it takes with the first of them
 */
record TrainingPlan(
    GraphSchema schema,
    GraphCounts counts,
    Optional<WarmStart> warm,
    List<TrainConfig> candidates,
    MemoryEstimate estimate) {

  /**
   * Looks at the graph, in time linear in it.
   *
   * @throws GraphMismatchException if there is nothing to learn from, or nothing to go on from
   *     where the call wants to, or if a model that recommends would lose that unasked
   */
  static TrainingPlan of(Transaction tx, ModelStore store, TrainConfig given, Progress progress) {
    Optional<WarmStart> warm = WarmStart.of(tx, store, given);
    warm.ifPresent(live -> live.requireInteractions(tx));
    TrainConfig settings = warm.map(live -> live.settings(given)).orElse(given);
    SchemaConfig config = warm.map(live -> live.schema(settings)).orElse(settings.schema());
    GraphSchema found = SchemaDiscovery.of(tx, config, progress);
    GraphSchema schema = warm.map(live -> live.sameGraph(found)).orElse(found);
    GraphCounts counts = GraphCounts.of(tx, schema, progress);
    if (counts.interactionCount() == 0 && config.names(SchemaRole.INTERACTION).isEmpty()) {
      requireNothingToLose(tx, store, settings.modelName());
    }
    List<TrainConfig> candidates =
        warm.isPresent()
            ? List.of(settings)
            : settings.forGraph(counts.nodeCount(), counts.tripleCount(), counts.activeUserCount());
    MemoryEstimate estimate = MemoryEstimate.of(counts, schema, candidates.get(0));
    return new TrainingPlan(schema, counts, warm, candidates, estimate);
  }

  /** An import that has failed is no reason to replace a model that recommends. */
  private static void requireNothingToLose(Transaction tx, ModelStore store, String name) {
    List<ModelNode> readable = store.list(tx, unreadable -> {});
    if (readable.stream().anyMatch(model -> model.name().equals(name) && model.hasTaste())) {
      throw new GraphMismatchException(
          "no interactions are in the graph, and model '%s', which recommends, would be replaced by"
              + " embeddings only: CALL metarec.schema() shows what is found; set interactionTypes,"
              + " to [] if embeddings are all that is wanted",
          name);
    }
  }

  /** The first of the candidates; all agree in what does not depend on the graph. */
  TrainConfig config() {
    return candidates.get(0);
  }

  /** Refuses what does not fit, see {@link MemoryEstimate#requireRoom}. */
  void requireRoom() {
    estimate.requireRoom(counts, config());
  }
}
