package org.metarec.bench.coldstart;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metarec.bench.EmbeddedGraph;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;

/** A Neo4j on an empty store that is deleted in the end. */
final class ScratchGraph implements AutoCloseable {
  private final Path home;
  private final EmbeddedGraph neo4j;

  ScratchGraph() throws IOException, ProcedureException {
    home = Files.createTempDirectory("metarec-coldstart");
    neo4j = new EmbeddedGraph(home);
  }

  EmbeddedGraph neo4j() {
    return neo4j;
  }

  @Override
  public void close() throws IOException {
    neo4j.close();
    MoreFiles.deleteRecursively(home, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
