package org.metarec.bench.eval;

import java.util.Collection;
import java.util.Locale;

/**
 * How many of those who are asked find what they wanted among the first of a list, with the
 * standard error of a proportion, {@code √(p (1 − p) / n)}.
 *
 * @param top length of the list
 * @param rate p, from 0 to 1
 * @param asked n
 */
public record HitRate(int top, double rate, int asked) {

  /** Of whether each found it. */
  public static HitRate of(int top, Collection<Boolean> hits) {
    double found = hits.stream().filter(hit -> hit).count();
    return new HitRate(top, found / hits.size(), hits.size());
  }

  /** "hr@10 0.1234 +- 0.0056". */
  @Override
  public String toString() {
    double error = Math.sqrt(rate * (1 - rate) / asked);
    return String.format(Locale.ROOT, "hr@%d %.4f +- %.4f", top, rate, error);
  }
}
