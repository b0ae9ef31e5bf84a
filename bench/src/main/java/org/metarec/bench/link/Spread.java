package org.metarec.bench.link;

import java.util.Arrays;
import java.util.Locale;

/**
 * A figure over several seeds.
 *
 * @param deviation standard deviation of one run, 0 for a single one
 */
record Spread(double mean, double deviation) {

  static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Spread(mean, Math.sqrt(squares / Math.max(1, values.length - 1)));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f +- %.4f", mean, deviation);
  }
}
