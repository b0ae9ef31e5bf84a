package org.metarec.load;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CSV files of the demo graph. */
public final class DemoGraph {
  private DemoGraph() {}

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
