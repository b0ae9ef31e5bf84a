package org.metarec.bench.coldstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.metarec.bench.coldstart.folder.CsvTable;

/** Metrics from the lines of a predictions file, as their definitions say and no faster. */
final class ReferenceFigures {
  /** On the scale 1 … 10, what is at least 4 on the scale 1 … 5. */
  private static final double POSITIVE = 1 + 9 * 3 / 4.0;

  private final Map<String, Map<String, List<Row>>> users = new TreeMap<>();

  private ReferenceFigures() {}

  /**
   * One prediction.
   *
   * @param actual NaN for a negative
   */
  private record Row(double score, double rating, double actual) {
    boolean isNegative() {
      return Double.isNaN(actual);
    }
  }

  static ReferenceFigures read(Path folder, Path predictions) throws IOException {
    Map<List<String>, Double> truths = new HashMap<>();
    for (String scenario : List.of("uc", "ic")) {
      for (List<String> row : CsvTable.read(folder.resolve(scenario + "_query.csv")).rows()) {
        truths.put(List.of(scenario, row.get(0), row.get(1)), Double.valueOf(row.get(2)));
      }
    }
    ReferenceFigures figures = new ReferenceFigures();
    for (List<String> row : CsvTable.read(predictions).rows()) {
      double truth = truths.getOrDefault(row.subList(0, 3), Double.NaN);
      figures
          .users
          .computeIfAbsent(row.get(0), absent -> new TreeMap<>())
          .computeIfAbsent(row.get(1), absent -> new ArrayList<>())
          .add(new Row(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4)), truth));
    }
    return figures;
  }

  private double mean(String scenario, ToDoubleFunction<List<Row>> figure) {
    return users.get(scenario).values().stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElseThrow();
  }

  double meanAbsoluteError(String scenario) {
    return mean(
        scenario,
        rows ->
            rows.stream()
                .filter(row -> !row.isNegative())
                .mapToDouble(row -> Math.abs(row.rating - row.actual))
                .average()
                .orElseThrow());
  }

  double hitRate(String scenario) {
    return mean(scenario, rows -> ofPositives(rows, (better, worse) -> better >= 10 ? 0 : 1));
  }

  double areaUnderCurve(String scenario) {
    return mean(
        scenario, rows -> ofPositives(rows, (better, worse) -> worse / (double) (better + worse)));
  }

  /** What one positive gets, by the numbers of negatives above and below. */
  private interface Gain {
    double of(long better, long worse);
  }

  private static double ofPositives(List<Row> rows, Gain gain) {
    return rows.stream()
        .filter(row -> row.actual >= POSITIVE)
        .mapToDouble(row -> gain.of(negatives(rows, row, 1), negatives(rows, row, -1)))
        .average()
        .orElse(Double.NaN);
  }

  /** Negatives above (sign 1) or below (−1) a score; random books never tie. */
  private static long negatives(List<Row> rows, Row row, int sign) {
    return rows.stream()
        .filter(Row::isNegative)
        .filter(other -> Math.signum(other.score - row.score) == sign)
        .count();
  }

  Stream<Long> negativeCounts(String scenario) {
    return users.get(scenario).values().stream()
        .map(rows -> rows.stream().filter(Row::isNegative).count());
  }
}
