package org.metarec.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.metarec.load.TableRule.Column;

/**
 * Finds all wrong rows of the demo's files before anything is loaded.
 *
 * <p>LOAD CSV stops at the first row that it cannot load, and loads some that nobody wants: an
 * empty title, a user's second row. A byte order mark is let pass, as LOAD CSV does.
 */
public final class CsvCheck {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).build();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<WrongRow> wrongRows = new ArrayList<>();

  /** File → key of a row → the line where it stands first. */
  private final Map<String, Map<String, Long>> lines = new HashMap<>();

  private CsvCheck() {}

  /**
   * Checks the files of a folder.
   *
   * @return every wrong row, file by file in the order of the load; empty if all can be loaded
   * @throws IOException if a file that is there cannot be read
   */
  static List<WrongRow> wrongRows(Path folder) throws IOException {
    CsvCheck check = new CsvCheck();
    for (TableRule table : TableRule.ALL) {
      check.lines.put(table.file(), new HashMap<>());
      check.checkFile(table, folder.resolve(table.file()));
    }
    return List.copyOf(check.wrongRows);
  }

  /**
   * Prints the wrong rows of a folder.
   *
   * @param arguments the folder
   * @throws IllegalStateException if there are any
   */
  public static void main(String[] arguments) throws IOException {
    List<WrongRow> wrongRows = wrongRows(Path.of(arguments[0]));
    wrongRows.forEach(System.out::println);
    if (!wrongRows.isEmpty()) {
      throw new IllegalStateException(
          "wrong rows: %d; load nothing before they are mended".formatted(wrongRows.size()));
    }
  }

  private void checkFile(TableRule table, Path file) throws IOException {
    if (!Files.exists(file)) {
      report(table, 1, "no such file", "a file with the columns " + table.columnNames());
      return;
    }
    try {
      String text = Files.readString(file);
      checkText(table, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      report(table, 1, "bytes that are not UTF-8", "a file saved as UTF-8");
    }
  }

  private void checkText(TableRule table, String text) throws IOException {
    long line = 1;
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      Iterator<CSVRecord> rows = parser.iterator();
      List<String> header = rows.hasNext() ? rows.next().toList() : List.of();
      if (!header.equals(table.columnNames())) {
        report(table, line, "the header " + header, "the header " + table.columnNames());
        return;
      }
      line = parser.getCurrentLineNumber() + 1;
      while (rows.hasNext()) {
        checkRow(table, line, rows.next());
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException badQuote) {
      report(
          table,
          line,
          "a quote out of place; the rest of the file was not read",
          "quotes around a whole field, and each quote within it twice");
    }
  }

  private void checkRow(TableRule table, long line, CSVRecord row) {
    if (row.size() == 1 && row.get(0).isBlank()) {
      report(table, line, "a blank line", "a row");
      return;
    }
    if (row.size() != table.columns().size()) {
      report(table, line, row.size() + " fields", table.columns().size() + " fields");
      return;
    }
    for (int i = 0; i < row.size(); i++) {
      checkValue(table, line, table.columns().get(i), row.get(i));
    }
    String key =
        table.key().stream()
            .map(column -> row.get(table.columnNames().indexOf(column)))
            .collect(Collectors.joining(","));
    Long firstLine = lines.get(table.file()).putIfAbsent(key, line);
    if (firstLine != null) {
      report(
          table,
          line,
          "'%s' again, as in line %d".formatted(key, firstLine),
          "each %s once".formatted(String.join(" and ", table.key())));
    }
  }

  private void checkValue(TableRule table, long line, Column column, String value) {
    if (!TableRule.isText(value)) {
      report(
          table,
          line,
          "%s '%s'".formatted(column.name(), value),
          "a text without backslash, line break or space at its ends, and not empty");
    } else if (column instanceof Column.Value rule && !rule.allowed().test(value)) {
      report(table, line, "%s '%s'".formatted(column.name(), value), rule.expected());
    } else if (column instanceof Column.Reference reference
        && !lines.get(reference.file()).containsKey(value)) {
      report(
          table,
          line,
          "%s '%s'".formatted(column.name(), value),
          "one of those in " + reference.file());
    }
  }

  private void report(TableRule table, long line, String found, String expected) {
    wrongRows.add(new WrongRow(table.file(), line, found, expected));
  }
}
