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
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;

/**
 * Registers the plugin's calls in an embedded Neo4j, which finds extensions on the class path but
 * no procedures; before a database starts, as those of a jar are.
 */
public final class Plugin extends ExtensionFactory<Plugin.Dependencies> {
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

  /** What Neo4j is asked for. */
  public interface Dependencies {
    GlobalProcedures procedures();
  }

  public Plugin() {
    super(ExtensionType.GLOBAL, "metarec-calls");
  }

  @Override
  public Lifecycle newInstance(ExtensionContext context, Dependencies dependencies) {
    return new LifecycleAdapter() {
      @Override // after that of MetarecExtension, by the order in which Neo4j keeps their names
      public void init() throws ProcedureException {
        for (Class<?> procedure : PROCEDURES) {
          dependencies.procedures().registerProcedure(procedure);
        }
        for (Class<?> function : FUNCTIONS) {
          dependencies.procedures().registerFunction(function);
        }
      }
    };
  }
}
