package org.metarec.bench;

import org.metarec.procedure.AdaptProcedure;
import org.metarec.procedure.CompleteProcedure;
import org.metarec.procedure.EmbeddingFunction;
import org.metarec.procedure.ExplainProcedure;
import org.metarec.procedure.ModelProcedure;
import org.metarec.procedure.ProgressProcedure;
import org.metarec.procedure.RecommendProcedure;
import org.metarec.procedure.SchemaProcedure;
import org.metarec.procedure.SimilarProcedure;
import org.metarec.procedure.TrainProcedure;
import org.metarec.procedure.VersionFunction;
import org.neo4j.harness.Neo4jBuilder;

/** The plugin in an embedded Neo4j: its extension is found on the class path, its calls are not. */
final class Plugin {
  private Plugin() {}

  static Neo4jBuilder addTo(Neo4jBuilder neo4j) {
    return neo4j
        .withProcedure(SchemaProcedure.class)
        .withProcedure(TrainProcedure.class)
        .withProcedure(AdaptProcedure.class)
        .withProcedure(RecommendProcedure.class)
        .withProcedure(ExplainProcedure.class)
        .withProcedure(SimilarProcedure.class)
        .withProcedure(CompleteProcedure.class)
        .withProcedure(ModelProcedure.class)
        .withProcedure(ProgressProcedure.class)
        .withFunction(VersionFunction.class)
        .withFunction(EmbeddingFunction.class);
  }
}
