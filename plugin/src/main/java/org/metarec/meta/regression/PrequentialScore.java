package org.metarec.meta.regression;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How well a setting foretells what came: the prequential likelihood (Dawid, <i>Statistical Theory:
 * The Prequential Approach</i>, JRSS A 1984).
 *
 * @param logLikelihoods of what came, a number a case; the same cases, in one order, for all
 *     settings
 */
public record PrequentialScore<T>(T setting, List<Double> logLikelihoods) {
  private static final double STANDARD_ERRORS = 2;

  public PrequentialScore {
    logLikelihoods = List.copyOf(logLikelihoods);
  }

  /** The same, of what this setting stands for. */
  public <R> PrequentialScore<R> as(R found) {
    return new PrequentialScore<>(found, logLikelihoods);
  }

  private double sum() {
    return logLikelihoods.stream().mapToDouble(each -> each).sum();
  }

  /** The one that foretells best. */
  public static <T> PrequentialScore<T> best(List<PrequentialScore<T>> all) {
    return Collections.max(all, Comparator.comparingDouble(PrequentialScore::sum));
  }

  /**
   * The first that is not worse than the best by more than two standard errors.
   *
   * @param all at least one, the ones to be preferred first
   */
  public static <T> T firstAsGood(List<PrequentialScore<T>> all) {
    PrequentialScore<T> best = best(all);
    return all.stream().filter(one -> !one.isWorseThan(best)).findFirst().orElseThrow().setting;
  }

  /**
   * The one that foretells best, where it is better than the first by more than two standard
   * errors; else the first.
   */
  public static <T> T bestOrFirst(List<PrequentialScore<T>> all) {
    return firstAsGood(List.of(all.get(0), best(all)));
  }

  private boolean isWorseThan(PrequentialScore<T> other) {
    double[] less =
        IntStream.range(0, logLikelihoods.size())
            .mapToDouble(i -> other.logLikelihoods.get(i) - logLikelihoods.get(i))
            .toArray();
    double mean = DoubleStream.of(less).average().orElse(0);
    double squares = DoubleStream.of(less).map(x -> (x - mean) * (x - mean)).sum();
    return mean > STANDARD_ERRORS * Math.sqrt(squares) / less.length;
  }
}
