package org.metarec.bench.coldstart;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.metarec.bench.coldstart.Scorer.Scored;
import org.metarec.bench.coldstart.folder.CsvTable;
import org.metarec.bench.coldstart.folder.Scenario;

/** Every score and rating, in full precision: {@code scenario,user,item,score,rating}. */
final class PredictionFile implements AutoCloseable {
  private final PrintWriter out;

  PredictionFile(Path file) throws IOException {
    out = new PrintWriter(Files.newBufferedWriter(file));
    out.println("scenario,user,item,score,rating");
  }

  void write(Scenario scenario, Scenario.Task task, List<Scored> scored) {
    for (Scored one : scored) {
      String rating = Double.isNaN(one.rating()) ? "" : Double.toString(one.rating());
      String score = Double.toString(one.score());
      out.println(CsvTable.line(List.of(scenario.name(), task.user(), one.item(), score, rating)));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (out.checkError()) {
      throw new IOException("predictions could not be written");
    }
  }
}
