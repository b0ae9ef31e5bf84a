package org.metarec.bench.coldstart;

import java.io.IOException;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.ScratchFolder;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;

/** A Neo4j on an empty store that is deleted in the end. */
final class ScratchGraph implements AutoCloseable {
  private final ScratchFolder home;
  private final EmbeddedGraph neo4j;

  ScratchGraph() throws IOException, ProcedureException {
    home = new ScratchFolder();
    neo4j = new EmbeddedGraph(home.path());
  }

  EmbeddedGraph neo4j() {
    return neo4j;
  }

  @Override
  public void close() throws IOException {
    neo4j.close();
    home.close();
  }
}
