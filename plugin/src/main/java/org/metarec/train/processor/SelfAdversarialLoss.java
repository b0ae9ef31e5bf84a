package org.metarec.train.processor;

import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.Batch;
import org.metarec.triple.NegativeSampler;

/**
 * The loss of one true triple and its negatives, from their distances.
 *
 * <p>Sun et al. 2019, eq. 5 and 6, halved as in the authors' code: with scores {@code s = γ − d},
 * {@code (−log σ(s⁺) − Σ_i p_i log σ(−s⁻_i)) / 2}, where {@code p = softmax(α s⁻)} counts as
 * constant: no gradient flows through the weights. Not thread-safe.
 */
final class SelfAdversarialLoss {
  private final Batch batch;
  private final double margin;
  private final double temperature;
  private final double[] distances;
  private final double[] weights;
  private final double[] excesses;
  private final Logistic logistic;

  /**
   * @param config has the margin γ, in units of distance, and the temperature α
   */
  SelfAdversarialLoss(Batch batch, RotatEConfig config) {
    int pairs = batch.pairsPerTriple();
    this.batch = batch;
    this.margin = config.margin();
    this.temperature = config.adversarialTemperature();
    this.distances = new double[pairs];
    this.weights = new double[pairs];
    this.excesses = new double[pairs];
    this.logistic = new Logistic(pairs);
  }

  /**
   * Replaces the distances of a triple's pairs by the derivatives of the loss in them, times the
   * triple's weight: positive for the truth, which is pulled in, negative for the others.
   *
   * @param pairValues {@code float[pairs]}; those of empty places mean nothing, and become 0
   * @return the loss, ≥ 0, in nats, times the triple's weight
   */
  double differentiate(int position, float[] pairValues) {
    int first = position * distances.length;
    int truth = distances.length - 1;
    for (int i = 0; i <= truth; i++) {
      distances[i] = pairValues[first + i];
      excesses[i] = margin - distances[i];
    }
    excesses[truth] = -excesses[truth];
    logistic.at(excesses);
    double half = batch.weight(position) / 2.0;
    double weightSum = weigh(first);
    double shareOfWeight = weightSum == 0 ? 0 : half / weightSum; // 0 where all places are empty
    double loss = half * logistic.softplus()[truth];
    for (int i = 0; i < truth; i++) {
      double share = shareOfWeight * weights[i];
      loss += share * logistic.softplus()[i];
      pairValues[first + i] = (float) (-share * logistic.sigmoid()[i]);
    }
    pairValues[first + truth] = (float) (half * logistic.sigmoid()[truth]);
    return loss;
  }

  /** Finds the unnormalised weights of the negatives: 1 for the nearest, so none overflows. */
  private double weigh(int first) {
    int truth = distances.length - 1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < truth; i++) {
      if (batch.candidate(first + i) != NegativeSampler.NONE) {
        nearest = Math.min(nearest, distances[i]);
      }
    }
    for (int i = 0; i < truth; i++) {
      weights[i] = temperature * (nearest - distances[i]);
    }
    Logistic.exp(weights);
    double sum = 0;
    for (int i = 0; i < truth; i++) {
      weights[i] = batch.candidate(first + i) == NegativeSampler.NONE ? 0 : weights[i];
      sum += weights[i];
    }
    return sum;
  }
}
