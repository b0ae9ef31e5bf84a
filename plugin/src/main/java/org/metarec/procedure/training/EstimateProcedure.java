package org.metarec.procedure.training;

import java.util.Map;
import java.util.stream.Stream;
import org.metarec.graph.reading.GraphCounts;
import org.metarec.procedure.Metarec;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** What a training would take. */
public final class EstimateProcedure {
  @Context public Metarec metarec;
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "metarec.train.estimate", mode = Mode.READ)
  @Description("Says how much heap metarec.train would take with this config, and whether it fits.")
  public Stream<EstimateRow> estimate(
      @Name(value = "config", defaultValue = "{}", description = "The keys of metarec.train.")
          Map<String, Object> config) {
    TrainingPlan plan =
        TrainingPlan.of(
            transaction, metarec.store(), TrainConfig.read(config), terminationGuard::check);
    return Stream.of(EstimateRow.of(plan.counts(), plan.estimate()));
  }

  /** The heap that it would take, and for what. */
  public record EstimateRow(
      @Description("Items, users and the nodes that items are related to.") long nodeCount,
      @Description(
              "Relations, repeated ones included, item features, and interactions, each pair once.")
          long tripleCount,
      @Description("Distinct pairs of user and item.") long interactionCount,
      @Description("Bytes of heap at least.") long bytesMin,
      @Description("Bytes of heap at most.") long bytesMax,
      @Description("Both in words.") String requiredMemory,
      @Description("Whether the heap has room now, and an array for the embeddings.")
          boolean fits) {

    private static EstimateRow of(GraphCounts counts, MemoryEstimate estimate) {
      return new EstimateRow(
          counts.nodeCount(),
          counts.tripleCount(),
          counts.interactionCount(),
          estimate.bytesMin(),
          estimate.bytesMax(),
          estimate.inWords(),
          estimate.fits());
    }
  }
}
