package org.metarec.bench.eval;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The metrics of a test: means over its users, of each metric those that have it. */
public final class UserMeans {
  private final Map<ColdStartMetric, double[]> values = new EnumMap<>(ColdStartMetric.class);

  public UserMeans(Collection<UserPredictions> users) {
    for (ColdStartMetric metric : ColdStartMetric.values()) {
      double[] known =
          users.stream().map(metric::of).flatMapToDouble(OptionalDouble::stream).toArray();
      values.put(metric, known);
    }
  }

  /** Empty where no user has the metric. */
  public OptionalDouble mean(ColdStartMetric metric) {
    return Arrays.stream(values.get(metric)).average();
  }

  /** Of the mean; the root of the variance over users divided by their number. */
  public double standardError(ColdStartMetric metric) {
    double[] known = values.get(metric);
    double mean = mean(metric).orElse(Double.NaN);
    double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares) / known.length;
  }

  /** How many users have the metric. */
  public int users(ColdStartMetric metric) {
    return values.get(metric).length;
  }
}
