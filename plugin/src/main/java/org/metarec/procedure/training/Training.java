package org.metarec.procedure.training;

import com.google.common.base.Stopwatch;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.metarec.DivergenceException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.reading.GraphReader;
import org.metarec.graph.reading.TrainingGraph;
import org.metarec.graph.reading.TriplePatterns;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.NodePart;
import org.metarec.graph.store.Publication;
import org.metarec.graph.waiting.LongReading;
import org.metarec.meta.LearnedTaste;
import org.metarec.model.Provenance;
import org.metarec.model.TrainedModel;
import org.metarec.model.TrainedTaste;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.rating.RatingModel;
import org.metarec.procedure.Metarec;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.train.MeanItem;
import org.metarec.train.TrainedRotatE;
import org.metarec.train.Trial;
import org.metarec.triple.Progress;
import org.metarec.triple.time.UnreadInteractions;
import org.neo4j.graphdb.Transaction;

/** One training: the graph is read, embedded, learned from, and the model written. */
final class Training {
  private final Metarec metarec;
  private final TrainConfig given;
  private final Progress progress;
  private final TrainingNotes notes;
  private final Stopwatch watch = Stopwatch.createUnstarted();

  Training(Metarec metarec, TrainConfig given, Progress progress, TrainingNotes notes) {
    this.metarec = metarec;
    this.given = given;
    this.progress = progress;
    this.notes = notes;
  }

  TrainProcedure.Row run() {
    EngineDevice device = device();
    watch.start();
    TrainingPlan plan = plan();
    TrainingGraph graph = read(plan.schema());
    Optional<KeptModel> kept = kept(plan, graph);
    long readMillis = lap();
    Learning learning = new Learning(graph, unread(plan, graph), device, kept, progress);
    Trial<TrainConfig> embedding = embed(learning, plan, graph);
    TrainConfig config = embedding.config();
    TrainedRotatE embeddings = embedding.trained();
    long computeMillis = lap();
    Optional<LearnedTaste> learned = learning.taste(embeddings, config);
    Optional<RatingModel> ratings = learned.flatMap(taste -> learning.ratings(taste, config));
    long metaMillis = learned.isPresent() ? lap() : 0;
    TrainedModel model = model(kept, graph, embeddings, learned, ratings);
    ModelNode live = publish(plan, graph, config, model);
    notes.write(graph.skipped(), learned.map(LearnedTaste::metrics), holdsBack(plan, config));
    long writeMillis = lap();
    return new TrainProcedure.Row(
        live.name(),
        live.version(),
        live.nodeCount(),
        graph.triples().size(),
        plan.schema().count(SchemaRole.USER),
        graph.vocabulary().itemCount(),
        graph.interactions().size(),
        Map.copyOf(graph.skipped()),
        live.property(NodePart.EMBEDDING),
        propertiesWritten(model),
        embeddings.lossPerEpoch().size(),
        embeddings.lossPerEpoch(),
        learned.map(LearnedTaste::lossPerEpoch).orElse(List.of()),
        device.name(),
        readMillis,
        computeMillis,
        metaMillis,
        writeMillis,
        live.provenance().configuration());
  }

  /** A warm start may find nothing new to hold back. */
  private static boolean holdsBack(TrainingPlan plan, TrainConfig config) {
    return plan.warm().isEmpty() && config.rotatE().validationFraction() > 0;
  }

  /** What a warm start goes on from. */
  private Optional<KeptModel> kept(TrainingPlan plan, TrainingGraph graph) {
    return plan.warm().map(warm -> KeptModel.read(metarec, warm.model(), graph, progress));
  }

  private EngineDevice device() {
    EngineStart.start(metarec.nativesFolder());
    return EngineDevice.named(given.device());
  }

  /** In seconds since 1970. */
  private double now() {
    return metarec.clock().millis() / 1000.0;
  }

  /** Milliseconds since the last lap. */
  private long lap() {
    long millis = watch.elapsed(TimeUnit.MILLISECONDS);
    watch.reset().start();
    return millis;
  }

  private TrainingPlan plan() {
    requireWritable();
    progress.report("looking at the graph", 0);
    TrainingPlan plan;
    try (Transaction tx = LongReading.begin(metarec.database())) {
      plan = TrainingPlan.of(tx, metarec.store(), given, progress);
      notes.writeChanges(
          ChangedRoles.inWords(tx, metarec.store(), given.modelName(), plan.schema()));
    }
    plan.requireRoom();
    TrainConfig config = plan.config();
    metarec.store().requireFree(config.modelName(), config.writeProperty(), progress.between(0, 0));
    return plan;
  }

  /** A read-only database refuses it as it would refuse the model, hours later. */
  private void requireWritable() {
    try (Transaction rolledBack = metarec.database().beginTx()) {
      rolledBack.createNode();
    }
  }

  private TrainingGraph read(GraphSchema schema) {
    try (Transaction tx = LongReading.begin(metarec.database())) {
      TrainingGraph graph = GraphReader.read(tx, schema, progress.between(0, 0.05));
      notes.writeGraph(graph, now());
      return graph;
    }
  }

  /** Where training goes on, all that is new is read. */
  private static UnreadInteractions unread(TrainingPlan plan, TrainingGraph graph) {
    return plan.warm().isPresent()
        ? UnreadInteractions.none()
        : UnreadInteractions.of(
            graph.interactions(), graph.triples(), plan.config().rotatE().randomSeed());
  }

  /** Only here is it known what the nodes of a triple are called. */
  private Trial<TrainConfig> embed(Learning learning, TrainingPlan plan, TrainingGraph graph) {
    try {
      return learning.embed(plan.candidates());
    } catch (DivergenceException diverged) {
      try (Transaction tx = LongReading.begin(metarec.database())) {
        TriplePatterns patterns = new TriplePatterns(tx, plan.schema(), graph, progress);
        throw diverged.named(ids -> patterns.of(ids.head(), ids.relation(), ids.tail()));
      }
    }
  }

  private TrainedModel model(
      Optional<KeptModel> kept,
      TrainingGraph graph,
      TrainedRotatE embeddings,
      Optional<LearnedTaste> learned,
      Optional<RatingModel> ratings) {
    return new TrainedModel(
        embeddings.entities(),
        meanItem(graph, embeddings.entities(), kept),
        embeddings.phases(),
        graph.relations(),
        graph.featureValues(),
        learned.map(one -> trained(graph, one)),
        ratings,
        metrics(embeddings, learned, kept));
  }

  private ModelNode publish(
      TrainingPlan plan, TrainingGraph graph, TrainConfig config, TrainedModel model) {
    Provenance provenance =
        new Provenance(
            ZonedDateTime.now(metarec.clock()),
            config.withSchema(plan.schema()),
            Provenance.thisEnvironment());
    metarec.store().claim(config.modelName(), config.writeProperty(), progress.between(0.9, 0.9));
    return metarec
        .store()
        .publish(
            new Publication(
                config.modelName(),
                config.writeProperty(),
                model,
                graph.vocabulary(),
                plan.schema(),
                graph.sharedMoments(),
                provenance),
            metarec.catalog(),
            progress.between(0.9, 1));
  }

  private static EntityTable meanItem(
      TrainingGraph graph, EntityTable entities, Optional<KeptModel> kept) {
    BitSet fitted = graph.triples().entities();
    kept.ifPresent(model -> fitted.or(model.rows().entities()));
    return MeanItem.place(entities, fitted, graph.vocabulary(), kept.map(KeptModel::meanItem));
  }

  private TrainedTaste trained(TrainingGraph graph, LearnedTaste learned) {
    TrainingState state =
        new TrainingState(
            learned.fisher(),
            learned.itemOffsets(),
            graph.interactions().knownUsers(),
            graph.interactions().latest(now()));
    return new TrainedTaste(learned.taste(), learned.attributes(), learned.profiles(), state);
  }

  /** A metric of which nothing was held back is that of the model before. */
  private static Map<String, Double> metrics(
      TrainedRotatE embeddings, Optional<LearnedTaste> learned, Optional<KeptModel> kept) {
    Map<String, Double> metrics = new HashMap<>(kept.map(KeptModel::metrics).orElse(Map.of()));
    metrics.putAll(embeddings.metrics());
    learned.map(LearnedTaste::metrics).ifPresent(metrics::putAll);
    return metrics;
  }

  private static long propertiesWritten(TrainedModel model) {
    return Stream.of(NodePart.values()).mapToLong(part -> part.rowCount(model)).sum();
  }
}
