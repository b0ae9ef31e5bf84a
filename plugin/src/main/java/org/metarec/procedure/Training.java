package org.metarec.procedure;

import com.google.common.base.Stopwatch;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.metarec.graph.GraphCounts;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.TrainingGraph;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.graph.reading.GraphReader;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.Publication;
import org.metarec.meta.Learned;
import org.metarec.model.Provenance;
import org.metarec.model.TrainedModel;
import org.metarec.model.TrainingState;
import org.metarec.model.rating.RatingModel;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.train.TrainedRotatE;
import org.metarec.train.Trial;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** One training: the graph is read, embedded, learned from, and the model written. */
final class Training {
  private final Metarec metarec;
  private final Progress progress;
  private final Stopwatch watch = Stopwatch.createUnstarted();

  /** Those for the graph, once that has been counted. */
  private List<TrainConfig> candidates;

  /** What is used, once the candidates have been tried. */
  private TrainConfig config;

  /** Where training goes on from the live model. */
  private Optional<WarmStart> warm = Optional.empty();

  Training(Metarec metarec, TrainConfig config, Progress progress) {
    this.metarec = metarec;
    this.config = config;
    this.candidates = List.of(config);
    this.progress = progress;
  }

  TrainProcedure.Row run() {
    EngineStart.start(metarec.nativesFolder());
    EngineDevice device = EngineDevice.named(config.device());
    watch.start();
    GraphSchema schema = schema();
    metarec.store().requireFree(config.modelName(), config.writeProperty(), progress);
    TrainingGraph graph = read(schema);
    long readMillis = lap();
    Learning learning = new Learning(metarec, graph, device, warm, progress);
    Trial<TrainConfig> embedding = learning.embed(candidates);
    config = embedding.config();
    TrainedRotatE embeddings = embedding.trained();
    long computeMillis = lap();
    Optional<Learned> learned = learning.taste(embeddings, config);
    Optional<RatingModel> ratings = learned.flatMap(taste -> learning.ratings(taste, config));
    long metaMillis = learned.isPresent() ? lap() : 0;
    ModelNode live = publish(schema, graph, embeddings, learned, ratings);
    return new TrainProcedure.Row(
        live.name(),
        live.version(),
        live.nodeCount(),
        graph.triples().size(),
        schema.count(SchemaRole.USER),
        graph.vocabulary().itemCount(),
        graph.interactions().size(),
        Map.copyOf(graph.skipped()),
        live.embeddingProperty(),
        propertiesWritten(graph, learned, ratings),
        embeddings.lossPerEpoch().size(),
        embeddings.lossPerEpoch(),
        learned.map(Learned::lossPerEpoch).orElse(List.of()),
        device.name(),
        readMillis,
        computeMillis,
        metaMillis,
        lap(),
        live.provenance().configuration());
  }

  /** Milliseconds since the last lap. */
  private long lap() {
    long millis = watch.elapsed(TimeUnit.MILLISECONDS);
    watch.reset().start();
    return millis;
  }

  private GraphSchema schema() {
    progress.report("looking at the graph", 0);
    try (Transaction tx = metarec.database().beginTx()) {
      warm = WarmStart.of(tx, metarec.store(), config);
      warm.ifPresent(live -> config = live.settings(config));
      GraphSchema schema = SchemaDiscovery.of(tx, config.schema(), progress);
      warm.ifPresent(live -> live.requireSameGraph(schema));
      GraphCounts counts = GraphCounts.of(tx, schema, progress);
      candidates =
          warm.isPresent()
              ? List.of(config)
              : config.forGraph(counts.nodeCount(), counts.tripleCount());
      config = candidates.get(0); // where there are more, the graph is tiny
      int dimension = config.rotatE().embeddingDimension();
      MemoryEstimate.of(counts, schema, config).requireRoom(counts, dimension, config.sudo());
      return schema;
    }
  }

  private TrainingGraph read(GraphSchema schema) {
    try (Transaction tx = metarec.database().beginTx()) {
      return GraphReader.read(tx, schema, progress.between(0, 0.05));
    }
  }

  private ModelNode publish(
      GraphSchema schema,
      TrainingGraph graph,
      TrainedRotatE embeddings,
      Optional<Learned> learned,
      Optional<RatingModel> ratings) {
    TrainedModel model =
        new TrainedModel(
            embeddings.entities(),
            embeddings.phases(),
            graph.relations(),
            graph.featureValues(),
            learned.map(Learned::taste),
            ratings,
            learned.map(one -> state(graph, one)),
            metrics(embeddings));
    Provenance provenance =
        new Provenance(
            ZonedDateTime.now(metarec.clock()),
            config.withSchema(schema),
            Provenance.thisEnvironment());
    metarec.store().claim(config.modelName(), config.writeProperty(), progress);
    return metarec
        .store()
        .publish(
            new Publication(
                config.modelName(),
                config.writeProperty(),
                model,
                graph.vocabulary(),
                schema,
                provenance),
            progress.between(0.9, 1));
  }

  private static TrainingState state(TrainingGraph graph, Learned learned) {
    return new TrainingState(
        learned.fisher(), learned.knownItems(), graph.interactionTimes().latest());
  }

  /** Where nothing was held back, those of the model before still hold: its rows are kept. */
  private Map<String, Double> metrics(TrainedRotatE embeddings) {
    return embeddings.metrics().isEmpty()
        ? warm.map(WarmStart::metrics).orElse(Map.of())
        : embeddings.metrics();
  }

  /** An embedding a node; a row an item, and another if known; and those of ratings. */
  private static long propertiesWritten(
      TrainingGraph graph, Optional<Learned> learned, Optional<RatingModel> ratings) {
    long written = graph.vocabulary().nodeCount();
    written += ratings.map(RatingModel::size).orElse(0);
    if (learned.isPresent()) {
      written += graph.vocabulary().itemCount();
      written += learned.get().knownItems().knownCount();
    }
    return written;
  }
}
