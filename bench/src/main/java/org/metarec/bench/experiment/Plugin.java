package org.metarec.bench.experiment;

import java.util.List;
import org.metarec.procedure.CompleteProcedure;
import org.metarec.procedure.EmbeddingFunction;
import org.metarec.procedure.ModelProcedure;
import org.metarec.procedure.ProgressProcedure;
import org.metarec.procedure.SimilarProcedure;
import org.metarec.procedure.VersionFunction;
import org.metarec.procedure.training.EstimateProcedure;
import org.metarec.procedure.training.SchemaProcedure;
import org.metarec.procedure.training.TrainProcedure;
import org.metarec.procedure.user.AdaptProcedure;
import org.metarec.procedure.user.ExplainProcedure;
import org.metarec.procedure.user.RecommendProcedure;
import org.metarec.procedure.user.ScoreProcedure;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** The plugin in an embedded Neo4j: its extension is found on the class path, its calls are not. */
final class Plugin {
  private static final List<Class<?>> PROCEDURES =
      List.of(
          SchemaProcedure.class,
          EstimateProcedure.class,
          TrainProcedure.class,
          AdaptProcedure.class,
          RecommendProcedure.class,
          ScoreProcedure.class,
          ExplainProcedure.class,
          SimilarProcedure.class,
          CompleteProcedure.class,
          ModelProcedure.class,
          ProgressProcedure.class);

  private static final List<Class<?>> FUNCTIONS =
      List.of(VersionFunction.class, EmbeddingFunction.class);

  private Plugin() {}

  static void addTo(GraphDatabaseService database) throws ProcedureException {
    GlobalProcedures calls =
        ((GraphDatabaseAPI) database)
            .getDependencyResolver()
            .resolveDependency(GlobalProcedures.class);
    for (Class<?> procedure : PROCEDURES) {
      calls.registerProcedure(procedure);
    }
    for (Class<?> function : FUNCTIONS) {
      calls.registerFunction(function);
    }
  }
}
