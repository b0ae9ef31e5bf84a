package org.metarec.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One CSV file: its name, the names of its columns, its rows. */
record Table(String fileName, List<String> columns, List<List<String>> rows) {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').build();

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The file's text: comma-separated, quoted where needed, lines ended by a line feed. */
  String toCsv() {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns);
      printer.printRecords(rows);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return text.toString();
  }
}
