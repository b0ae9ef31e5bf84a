package org.metarec.bench.arrivals;

import java.util.Locale;
import java.util.stream.DoubleStream;
import org.metarec.bench.eval.HitRate;
import org.metarec.eval.RankingMetrics;

/** Ranks of books for readers. Not thread-safe. */
final class RankTally {
  private static final int TOP = 10;

  private final DoubleStream.Builder read = DoubleStream.builder();
  private int places;

  /**
   * Adds a book's rank for one reader.
   *
   * @param isRead whether it was read then
   */
  void add(double rank, boolean isRead) {
    if (isRead) {
      read.add(rank);
    }
    if (rank <= TOP) {
      places++;
    }
  }

  /** How many ranks were among the first ten. */
  int places() {
    return places;
  }

  /**
   * As a line of figures; the last use of this tally.
   *
   * @param allPlaces among the first ten, of books of any kind
   */
  String of(int allPlaces) {
    double[] ranks = read.build().sorted().toArray();
    String taken = String.format(Locale.ROOT, "places %.4f", places / (double) allPlaces);
    if (ranks.length == 0) {
      return taken;
    }
    return String.format(
        Locale.ROOT,
        "%s, median rank %.0f (%d reads), %s",
        new HitRate(TOP, RankingMetrics.hitsAt(TOP, ranks), ranks.length),
        ranks[ranks.length / 2],
        ranks.length,
        taken);
  }
}
