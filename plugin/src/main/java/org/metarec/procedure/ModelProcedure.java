package org.metarec.procedure;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.metarec.InvalidConfigException;
import org.metarec.graph.node.OpenTransaction;
import org.metarec.graph.store.MissingModel;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.NodePart;
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

/** Lists models and removes them. */
public final class ModelProcedure {
  @Context public Transaction transaction;
  @Context public Metarec metarec;
  @Context public Log log;
  @Context public StatusDetailsAccessor status;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "metarec.model.list", mode = Mode.READ)
  @Description("Lists the trained models of this database, by name.")
  public Stream<ModelRow> list() {
    return metarec
        .store()
        .list(transaction, unreadable -> log.warn(unreadable.getMessage()))
        .stream()
        .map(ModelRow::of);
  }

  @Procedure(name = "metarec.model.drop", mode = Mode.WRITE)
  @Description(
      "Removes a model and everything it has written to the graph. Works in transactions of its"
          + " own; a drop that was broken off is finished by the next one.")
  public Stream<DroppedRow> drop(
      @Name(value = "modelName", description = "The model to remove.") String modelName,
      @Name(
              value = "failIfMissing",
              defaultValue = "true",
              description = "Whether it is an error if there is no such model.")
          Boolean failIfMissing) {
    requireName(modelName);
    OpenTransaction.requireUnchanged(transaction, "metarec.model.drop");
    try (Job job = metarec.jobs().start(Job.Task.DROP, modelName)) {
      Progress progress = job.progress(status, log, terminationGuard);
      if (drop(modelName, progress)) {
        return Stream.of(new DroppedRow(modelName));
      }
    }
    if (failIfMissing == null || failIfMissing) { // null counts as not given
      throw MissingModel.toDrop(transaction, modelName);
    }
    return Stream.empty();
  }

  private static void requireName(String modelName) {
    var problems = new InvalidConfigException.Problems();
    problems.require(
        modelName != null,
        "modelName",
        "null",
        "must be the name of a model; CALL metarec.model.list() shows them");
    problems.throwIfAny();
  }

  private boolean drop(String modelName, Progress progress) {
    try {
      return metarec.store().drop(modelName, progress);
    } finally {
      metarec.catalog().forget(modelName); // if it is broken off, too
    }
  }

  /** A model that serves. */
  public record ModelRow(
      @Description("Name of the model.") String modelName,
      @Description("Version; later ones are greater as text.") String modelVersion,
      @Description("When it had been learned, before it was written.") ZonedDateTime createdAt,
      @Description("Nodes that have an embedding.") long nodeCount,
      @Description("Node property that holds the live embedding, 2·embeddingDimension floats.")
          String embeddingProperty,
      @Description(
              "How held-back likes and triples rank: 0 to 1; itemsHeldBack and meanRank from 1.")
          Map<String, Object> metrics,
      @Description("Every setting with the value used.") Map<String, Object> configuration) {

    private static ModelRow of(ModelNode model) {
      return new ModelRow(
          model.name(),
          model.version(),
          model.provenance().createdAt(),
          model.nodeCount(),
          model.property(NodePart.EMBEDDING),
          Map.copyOf(model.metrics()),
          model.provenance().configuration());
    }
  }

  /** A model that was removed. */
  public record DroppedRow(@Description("Name of the model.") String modelName) {}
}
