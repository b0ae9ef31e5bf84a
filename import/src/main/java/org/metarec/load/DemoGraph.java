package org.metarec.load;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The demo graph: its CSV files, and the scripts of {@code cypher/} that load them. */
public final class DemoGraph {
  private static final List<String> SCRIPTS = List.of("constraints.cypher", "load-demo.cypher");

  private DemoGraph() {}

  /**
   * Copies the files and loads them; again over a load that was cut short, it adds only what is
   * missing.
   *
   * @param importFolder Neo4j's import folder
   * @param run executes a statement in a transaction of its own
   */
  public static void load(Path importFolder, Consumer<String> run) throws IOException {
    copyTo(importFolder);
    for (String script : SCRIPTS) {
      CypherScript.named(script).forEach(run);
    }
  }

  /**
   * Writes the files to where {@code cypher/load-demo.cypher} reads them, over older ones.
   *
   * @param importFolder Neo4j's import folder
   * @return the folder written to, {@code demo} in the import folder
   */
  public static Path copyTo(Path importFolder) throws IOException {
    Path folder = Files.createDirectories(importFolder.resolve("demo"));
    for (TableRule table : TableRule.ALL) {
      try (InputStream content = DemoGraph.class.getResourceAsStream("/demo/" + table.file())) {
        Files.copy(content, folder.resolve(table.file()), REPLACE_EXISTING);
      }
    }
    return folder;
  }
}
