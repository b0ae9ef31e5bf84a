package org.metarec.bench.serve;

import java.util.List;
import java.util.Locale;

/** Measures routes, and prints a row for each. */
final class ServeTable {
  private static final int CLIENTS = 8;

  private final int seconds;
  private final ServeChart chart = new ServeChart();

  /**
   * @param seconds of each route's warm-up, of its measurement, and of the one with eight clients
   */
  ServeTable(int seconds) {
    this.seconds = seconds;
  }

  /** The routes that are compared with each other. */
  ServeChart chart() {
    return chart;
  }

  void begin() {
    System.out.printf(
        "| route over Bolt | requests | p50 | p95 | p99 | %d clients: requests/s |%n", CLIENTS);
    System.out.println("| --- | --- | --- | --- | --- | --- |");
  }

  void measure(ServeClient client, List<ServeRoute> routes) throws Exception {
    for (ServeRoute route : routes) {
      RequestTimes times = client.measure(route, seconds);
      String together = "";
      if (route.isCompared()) {
        chart.add(route.name(), times);
        together = String.format(Locale.ROOT, "%.1f", client.throughput(route, CLIENTS, seconds));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.2f | %.2f | %.2f | %s |%n",
          route.name(),
          times.count(),
          times.millis(0.5),
          times.millis(0.95),
          times.millis(0.99),
          together);
    }
  }
}
