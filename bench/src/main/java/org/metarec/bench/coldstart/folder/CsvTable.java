package org.metarec.bench.coldstart.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as RFC 4180 has it: quotes around a value where it holds a comma, a quote (doubled) or
 * a line break.
 *
 * @param header names of the columns
 * @param rows values, at least as many in each row as the header has names
 */
public record CsvTable(List<String> header, List<List<String>> rows) {

  /**
   * Reads a file in UTF-8; blank lines do not count.
   *
   * @throws IOException if there is no header, or a row has fewer values than it
   */
  public static CsvTable read(Path file) throws IOException {
    List<List<String>> lines = lines(file);
    if (lines.isEmpty()) {
      throw new IOException("%s is empty; expected a header".formatted(file));
    }
    List<String> header = lines.get(0);
    for (int line = 1; line < lines.size(); line++) {
      if (lines.get(line).size() < header.size()) {
        throw new IOException(
            "%s, row %d: %d values; the header has %d"
                .formatted(file, line, lines.get(line).size(), header.size()));
      }
    }
    return new CsvTable(header, lines.subList(1, lines.size()));
  }

  /** A line of a file, as it is read. */
  public static String line(List<String> values) {
    return values.stream()
        .map(
            value -> value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  /** All but blank ones. */
  private static List<List<String>> lines(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(Files.readString(file), CSVFormat.DEFAULT)) {
      return parser.stream()
          .map(CSVRecord::toList)
          .filter(line -> line.size() > 1 || !line.get(0).isBlank())
          .toList();
    }
  }
}
