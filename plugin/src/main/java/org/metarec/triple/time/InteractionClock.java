package org.metarec.triple.time;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.metarec.triple.Ascending;

/**
 * A clock that runs as users click, whatever the unit of their times: it shows the share of all
 * interactions that came before. Those without a time were before all others. Immutable.
 */
public final class InteractionClock {
  private final int undated;
  private final double[] dated;

  private InteractionClock(int undated, double[] dated) {
    this.undated = undated;
    this.dated = dated;
  }

  /**
   * Of all interactions, repeated ones of one user with one item included.
   *
   * @param times of each, −∞ where it has none, NaN where it does not count
   */
  static InteractionClock of(double[] times) {
    long count = DoubleStream.of(times).filter(time -> time > Double.NEGATIVE_INFINITY).count();
    double[] dated = new double[Math.toIntExact(count)];
    int undated = 0;
    int next = 0;
    for (double time : times) {
      if (time > Double.NEGATIVE_INFINITY) {
        dated[next++] = time;
      } else if (!Double.isNaN(time)) {
        undated++;
      }
    }
    Arrays.sort(dated);
    return new InteractionClock(undated, dated);
  }

  /** Whether any interaction has a time. */
  boolean isDated() {
    return dated.length > 0;
  }

  private double count() {
    return undated + (double) dated.length;
  }

  /** What it shows at a moment, from 0 to 1; 0 where there are no interactions. */
  public double at(double moment) {
    return count() == 0 || moment == Double.NEGATIVE_INFINITY
        ? 0
        : (undated + Ascending.below(moment, dated)) / count();
  }

  /**
   * The moment of the first interaction before which a share of all came, or, where several came at
   * once, of those with it; −∞ where it has none, and for 0 and less.
   *
   * @param shown below 1
   */
  public double momentOf(double shown) {
    double before = Math.ceil(shown * count()) - undated; // −∞ of all time
    return before <= 0 || dated.length == 0
        ? Double.NEGATIVE_INFINITY
        : dated[(int) Math.min(before, dated.length - 1)];
  }
}
