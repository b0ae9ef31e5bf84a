package org.metarec.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A CSV file as RFC 4180 has it: quotes around a value where it holds a comma, a quote (doubled) or
 * a line break.
 *
 * @param header names of the columns
 * @param rows values, at least as many in each row as the header has names
 */
record CsvTable(List<String> header, List<List<String>> rows) {

  static CsvTable read(Path file) throws IOException {
    List<List<String>> lines = lines(Files.readString(file));
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
  static String line(List<String> values) {
    return values.stream()
        .map(
            value -> value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static List<List<String>> lines(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"') {
        boolean isDoubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (isDoubled) {
          value.append(letter);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (letter == ',' && !quoted) {
        line.add(take(value));
      } else if (letter == '\n' && !quoted) {
        line.add(take(value));
        addUnlessBlank(line, lines);
        line = new ArrayList<>();
      } else if (letter != '\r' || quoted) {
        value.append(letter);
      }
    }
    line.add(take(value));
    addUnlessBlank(line, lines);
    return lines;
  }

  private static String take(StringBuilder value) {
    String taken = value.toString();
    value.setLength(0);
    return taken;
  }

  private static void addUnlessBlank(List<String> line, List<List<String>> lines) {
    if (line.size() > 1 || !line.get(0).isBlank()) {
      lines.add(line);
    }
  }
}
