package org.metarec.train;

import org.metarec.triple.NegativeSampler;

/**
 * The loss of one true triple and its negatives, from their distances.
 *
 * <p>Sun et al. 2019, eq. 5 and 6, halved as in the authors' code: with scores {@code s = γ − d},
 * {@code (−log σ(s⁺) − Σ_i p_i log σ(−s⁻_i)) / 2}, where {@code p = softmax(α s⁻)} counts as
 * constant: no gradient flows through the weights.
 */
final class SelfAdversarialLoss {
  private final double margin;
  private final double temperature;

  /**
   * @param margin γ, in units of distance
   * @param temperature α
   */
  SelfAdversarialLoss(double margin, double temperature) {
    this.margin = margin;
    this.temperature = temperature;
  }

  /**
   * Replaces the distances of a triple's pairs by the derivatives of the loss in them, times the
   * triple's weight: positive for the truth, which is pulled in, negative for the others.
   *
   * @param pairValues {@code float[pairs]}; empty places get 0
   * @return the loss, ≥ 0, in nats, times the triple's weight
   */
  double differentiate(Batch batch, int position, float[] pairValues) {
    int first = position * batch.pairsPerTriple();
    int truth = first + batch.pairsPerTriple() - 1;
    double weightSum = 0;
    float nearest = nearest(batch, first, truth, pairValues);
    for (int pair = first; pair < truth; pair++) {
      if (batch.candidate(pair) != NegativeSampler.NONE) {
        weightSum += weight(pairValues[pair], nearest);
      }
    }
    double half = batch.weight(position) / 2.0;
    double loss = half * softplus(pairValues[truth] - margin);
    pairValues[truth] = (float) (half * sigmoid(pairValues[truth] - margin));
    for (int pair = first; pair < truth; pair++) {
      if (batch.candidate(pair) == NegativeSampler.NONE) {
        continue;
      }
      double share = half * weight(pairValues[pair], nearest) / weightSum;
      double score = margin - pairValues[pair];
      loss += share * softplus(score);
      pairValues[pair] = (float) (-share * sigmoid(score));
    }
    return loss;
  }

  private static float nearest(Batch batch, int first, int truth, float[] distances) {
    float nearest = Float.POSITIVE_INFINITY;
    for (int pair = first; pair < truth; pair++) {
      if (batch.candidate(pair) != NegativeSampler.NONE) {
        nearest = Math.min(nearest, distances[pair]);
      }
    }
    return nearest;
  }

  /** The unnormalised weight of a negative; 1 for the nearest, so that nothing overflows. */
  private double weight(float distance, float nearest) {
    return Math.exp(temperature * (nearest - distance));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
