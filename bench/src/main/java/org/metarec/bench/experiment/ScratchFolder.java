package org.metarec.bench.experiment;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An empty folder that is deleted in the end, with all that is in it. */
public final class ScratchFolder implements AutoCloseable {
  private final Path path;

  public ScratchFolder() throws IOException {
    path = Files.createTempDirectory("metarec-bench");
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
