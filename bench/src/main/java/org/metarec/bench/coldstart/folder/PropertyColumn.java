package org.metarec.bench.coldstart.folder;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a file as a property: of numbers where all its values are, else of strings. Leading
 * zeros are no numbers, so that a post code stays what it is.
 *
 * @param index of the column
 */
record PropertyColumn(int index, String name, Kind kind) {

  /** What the values are. */
  enum Kind {
    INTEGER("-?(0|[1-9]\\d{0,17})") {
      @Override
      Object value(String text) {
        return Long.valueOf(text);
      }
    },
    DECIMAL("-?(0|[1-9]\\d*)(\\.\\d+)?([eE]-?\\d+)?") {
      @Override
      Object value(String text) {
        return Double.valueOf(text);
      }
    },
    TEXT("(?s).*") {
      @Override
      Object value(String text) {
        return text;
      }
    };

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    abstract Object value(String text);

    private boolean fits(String text) {
      return pattern.matcher(text).matches();
    }
  }

  static PropertyColumn of(CsvTable table, int index) {
    for (Kind kind : Kind.values()) {
      boolean fitsAll =
          table.rows().stream()
              .map(row -> row.get(index))
              .allMatch(text -> text.isEmpty() || kind.fits(text));
      if (fitsAll) {
        return new PropertyColumn(index, table.header().get(index), kind);
      }
    }
    throw new IllegalStateException("every value is a text");
  }

  /** Empty where the row has no value. */
  Optional<Object> value(List<String> row) {
    String text = row.get(index);
    return text.isEmpty() ? Optional.empty() : Optional.of(kind.value(text));
  }
}
