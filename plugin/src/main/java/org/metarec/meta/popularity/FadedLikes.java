package org.metarec.meta.popularity;

import java.util.stream.IntStream;

/**
 * What the likes of each item counted at any moment, with one memory. Of the items that are ever
 * liked; their mean rate is that of the end. Immutable.
 */
public final class FadedLikes {
  private final LikeHistory history;
  private final LikeRates rates;
  private final double[] sums;
  private final double mean;

  public FadedLikes(LikeHistory history, LikeRates rates) {
    this.history = history;
    this.rates = rates;
    this.sums = new double[history.size()];
    for (int like = 0; like < sums.length; like++) {
      double before =
          history.isFirst(like)
              ? 0
              : sums[like - 1] * rates.weight(history.moment(like) - history.moment(like - 1));
      sums[like] = before + 1;
    }
    int[] items = history.likedByArrival();
    this.mean =
        IntStream.of(items).mapToDouble(item -> sinceFirst(item, 1)).sum()
            / IntStream.of(items).mapToDouble(item -> exposure(item, 1)).sum();
  }

  public LikeHistory history() {
    return history;
  }

  public LikeRates rates() {
    return rates;
  }

  /** Whether they are enough to tell rates by. */
  public boolean tellRates() {
    return mean > 0;
  }

  /** The logarithm of the rate of an item, by what was known then. */
  public double logRate(int item, double now) {
    return Math.log(rates.rate(sinceFirst(item, now), exposure(item, now), mean));
  }

  /** But for the first interaction of an item, taken for a like: with it counting begins. */
  double sinceFirst(int item, double now) {
    int last = history.lastBefore(now, item);
    return last < 0
        ? 0
        : Math.max(
            0,
            sums[last] * rates.weight(now - history.moment(last))
                - rates.weight(now - history.arrival(item)));
  }

  /** What the time counted since an item came. */
  double exposure(int item, double now) {
    return rates.exposure(now - history.arrival(item));
  }

  /** m: the likes of all items at the end by their exposure. */
  double mean() {
    return mean;
  }
}
