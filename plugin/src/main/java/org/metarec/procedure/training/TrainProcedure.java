package org.metarec.procedure.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.metarec.graph.node.OpenTransaction;
import org.metarec.procedure.Metarec;
import org.metarec.procedure.job.Job;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.StatusDetailsAccessor;
import org.neo4j.procedure.TerminationGuard;

/** Trains a model. */
public final class TrainProcedure {
  @Context public Transaction transaction;
  @Context public Metarec metarec;
  @Context public Log log;
  @Context public StatusDetailsAccessor status;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "metarec.train", mode = Mode.WRITE)
  @Description(
      "Reads the graph, trains RotatE embeddings and the meta-learner's prior, and stores both in"
          + " the graph. Works in transactions of its own; the model before serves until the new"
          + " one is whole.")
  public Stream<Row> train(
      @Name(
              value = "config",
              defaultValue = "{}",
              description =
                  "modelName, writeProperty, embeddingDimension, epochs, metaEpochs, device,"
                      + " concurrency, randomSeed, sudo, the keys of metarec.schema, and more; see"
                      + " the documentation.")
          Map<String, Object> config) {
    TrainConfig settings = TrainConfig.read(config);
    OpenTransaction.requireUnchanged(transaction, "metarec.train");
    try (Job job = metarec.jobs().start(Job.Task.TRAIN, settings.modelName())) {
      Progress progress = job.progress(status, log, terminationGuard);
      TrainingNotes notes = new TrainingNotes(log, settings.modelName());
      try {
        Row trained = new Training(metarec, settings, progress, notes).run();
        notes.writeEnd(trained);
        return Stream.of(trained);
      } catch (RuntimeException | Error failed) {
        notes.writeFailure(failed);
        throw failed;
      }
    }
  }

  /** What was trained. */
  public record Row(
      @Description("Name of the model.") String modelName,
      @Description("Version; later ones are greater as text.") String modelVersion,
      @Description("Nodes that have an embedding.") long nodeCount,
      @Description("Relations, item features and interactions, each once.") long tripleCount,
      @Description("Nodes with the label of users.") long userCount,
      @Description("Nodes with the label of items.") long itemCount,
      @Description("Distinct pairs of user and item.") long interactionCount,
      @Description("What was left out, by reason, with how often.") Map<String, Object> skipped,
      @Description("Node property that holds the live embedding, 2·embeddingDimension floats.")
          String embeddingProperty,
      @Description("Node properties that were written, one a node for each.")
          long nodePropertiesWritten,
      @Description("Epochs of RotatE that were run.") long epochs,
      @Description("RotatE's mean loss in each epoch, in nats.") List<Double> lossPerEpoch,
      @Description("The meta-learner's mean outer loss in each epoch, in nats.")
          List<Double> metaLossPerEpoch,
      @Description(
              "Where RotatE and the meta-learner were trained: 'cpu' or 'cuda:0'; with warmStart the"
                  + " meta-learner alone, RotatE on the processor.")
          String device,
      @Description("Milliseconds spent reading the graph.") long readMillis,
      @Description("Milliseconds spent training RotatE.") long computeMillis,
      @Description("Milliseconds spent meta-learning; 0 without interactions.") long metaMillis,
      @Description("Milliseconds spent writing the model.") long writeMillis,
      @Description("Every setting with the value used.") Map<String, Object> configuration) {}
}
