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
    double half = batch.weight(position) / 2.0;
    Logistic logistic = new Logistic();
    logistic.at(pairValues[truth] - margin);
    double[] weights = new double[batch.pairsPerTriple()];
    double shareOfWeight = half / weigh(batch, first, pairValues, weights);
    double loss = half * logistic.softplus();
    pairValues[truth] = (float) (half * logistic.sigmoid());
    for (int pair = first; pair < truth; pair++) {
      if (batch.candidate(pair) == NegativeSampler.NONE) {
        continue;
      }
      double share = shareOfWeight * weights[pair - first];
      logistic.at(margin - pairValues[pair]);
      loss += share * logistic.softplus();
      pairValues[pair] = (float) (-share * logistic.sigmoid());
    }
    return loss;
  }

  /** Writes the unnormalised weights of the negatives: 1 for the nearest, so none overflows. */
  private double weigh(Batch batch, int first, float[] distances, double[] weights) {
    int truth = first + weights.length - 1;
    float nearest = nearest(batch, first, truth, distances);
    double sum = 0;
    for (int pair = first; pair < truth; pair++) {
      if (batch.candidate(pair) != NegativeSampler.NONE) {
        weights[pair - first] = Logistic.exp(temperature * (nearest - distances[pair]));
        sum += weights[pair - first];
      }
    }
    return sum;
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
}
