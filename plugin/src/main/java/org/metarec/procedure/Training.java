package org.metarec.procedure;

import com.google.common.base.Stopwatch;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.metarec.graph.GraphCounts;
import org.metarec.graph.GraphReader;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.TrainingGraph;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.Publication;
import org.metarec.meta.Learned;
import org.metarec.meta.LearningInput;
import org.metarec.meta.MetaLearner;
import org.metarec.model.Provenance;
import org.metarec.model.TrainedModel;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.tensor.TensorMetaStep;
import org.metarec.tensor.TensorRotatEStep;
import org.metarec.train.RotatEConfig;
import org.metarec.train.RotatETrainer;
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
    TrainedRotatE embeddings = embed(graph, device);
    long computeMillis = lap();
    Optional<Learned> learned = learn(graph, embeddings, device);
    long metaMillis = learned.isPresent() ? lap() : 0;
    ModelNode live = publish(schema, graph, embeddings, learned);
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
        propertiesWritten(graph, learned),
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
      GraphSchema schema = GraphSchema.discover(tx, config.schema(), progress);
      GraphCounts counts = GraphCounts.of(tx, schema, progress);
      candidates = config.forGraph(counts.nodeCount(), counts.tripleCount());
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

  private TrainedRotatE embed(TrainingGraph graph, EngineDevice device) {
    Trial<TrainConfig> best =
        Trial.best(
            candidates,
            progress.between(0.05, 0.5),
            (candidate, part) -> embed(graph, candidate.rotatE(), device, part));
    config = best.config();
    return best.trained();
  }

  /** The processor has a kernel of its own, many times as fast there as the tensor program. */
  private TrainedRotatE embed(
      TrainingGraph graph, RotatEConfig settings, EngineDevice device, Progress part) {
    return device.isGpu()
        ? RotatETrainer.train(
            graph.triples(),
            settings,
            start -> new TensorRotatEStep(start, device),
            config.concurrency(),
            part)
        : RotatETrainer.train(graph.triples(), settings, config.concurrency(), part);
  }

  /** Empty where there are no interactions to learn from. */
  private Optional<Learned> learn(
      TrainingGraph graph, TrainedRotatE embeddings, EngineDevice device) {
    if (graph.interactions().size() == 0) {
      return Optional.empty();
    }
    LearningInput input =
        new LearningInput(
            graph.triples(),
            graph.relations(),
            graph.featureValues().size(),
            embeddings.entities(),
            embeddings.phases(),
            graph.interactions(),
            graph.paths(),
            graph.userFeatures(),
            graph.itemTimes());
    return Optional.of(
        new MetaLearner(input, config.meta())
            .learn(
                prior -> new TensorMetaStep(prior, device),
                graph.ratings(),
                progress.between(0.5, 0.9)));
  }

  private ModelNode publish(
      GraphSchema schema,
      TrainingGraph graph,
      TrainedRotatE embeddings,
      Optional<Learned> learned) {
    TrainedModel model =
        new TrainedModel(
            embeddings.entities(),
            embeddings.phases(),
            graph.relations(),
            graph.featureValues(),
            learned.map(Learned::taste),
            embeddings.metrics());
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

  /** An embedding for each node, and a row for each item where there is a taste. */
  private static long propertiesWritten(TrainingGraph graph, Optional<Learned> learned) {
    long items = learned.isPresent() ? graph.vocabulary().itemCount() : 0;
    return graph.vocabulary().nodeCount() + items;
  }
}
