package org.metarec.bench.coldstart.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A user and an item, by their names in the files.
 *
 * @param rating empty for a click
 */
public record Interaction(String user, String item, OptionalDouble rating) {

  /** The first three columns of a file; the third may be missing or empty. */
  static List<Interaction> read(Path file) throws IOException {
    return CsvTable.read(file).rows().stream().map(Interaction::of).toList();
  }

  private static Interaction of(List<String> row) {
    boolean isRated = row.size() > 2 && !row.get(2).isBlank();
    return new Interaction(
        row.get(0),
        row.get(1),
        isRated ? OptionalDouble.of(Double.parseDouble(row.get(2))) : OptionalDouble.empty());
  }
}
