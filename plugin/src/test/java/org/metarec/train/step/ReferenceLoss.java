package org.metarec.train.step;

import java.util.function.IntUnaryOperator;
import org.metarec.testing.ReferenceRotatE;
import org.metarec.triple.Corruption;
import org.metarec.triple.NegativeSampler;

/**
 * The loss of a batch and its gradient in {@code double}, triple by triple and straight from the
 * formulas of Sun et al. 2019; what kernels are tested against.
 */
final class ReferenceLoss {
  private final StepSample sample;
  private final Batch batch;
  private final double margin;
  private final double[] negativeWeights;

  /** Fixes the weights of negatives, which count as constants, at the given tables. */
  ReferenceLoss(StepSample sample, double[][] entities, double[][] phases) {
    this.sample = sample;
    this.batch = sample.batch;
    this.margin = sample.config.margin();
    this.negativeWeights = new double[batch.pairs()];
    double[] sums = new double[batch.size()];
    for (int pair = 0; pair < batch.pairs(); pair++) {
      if (isNegative(pair)) {
        double score = margin - distance(pair, entities, phases);
        negativeWeights[pair] = Math.exp(sample.config.adversarialTemperature() * score);
        sums[batch.position(pair)] += negativeWeights[pair];
      }
    }
    for (int pair = 0; pair < batch.pairs(); pair++) {
      negativeWeights[pair] /= sums[batch.position(pair)];
    }
  }

  double loss(double[][] entities, double[][] phases) {
    double loss = 0;
    for (int pair = 0; pair < batch.pairs(); pair++) {
      double weight = batch.weight(batch.position(pair)) / 2.0;
      if (isTruth(pair)) {
        loss -= weight * Math.log(sigmoid(margin - distance(pair, entities, phases)));
      } else if (isNegative(pair)) {
        double share = weight * negativeWeights[pair];
        loss -= share * Math.log(sigmoid(distance(pair, entities, phases) - margin));
      }
    }
    for (int position = 0; position < batch.size(); position++) {
      double[] phase = phases[batch.relation(position)];
      double[] centre = sample.clusters.centre(batch.relation(position));
      for (int k = 0; k < phase.length; k++) {
        loss += clusterShare(position) * (1 - Math.cos(phase[k] - centre[k]));
      }
    }
    return loss;
  }

  private double clusterShare(int position) {
    return sample.config.clusterWeight()
        * batch.weight(position)
        / sample.triplesOf(batch.relation(position));
  }

  /** Adds the gradient of {@link #loss} to two tables of zeros. */
  void addGradient(
      double[][] entities, double[][] phases, double[][] ofEntities, double[][] ofPhases) {
    for (int pair = 0; pair < batch.pairs(); pair++) {
      if (isTruth(pair) || isNegative(pair)) {
        ReferenceRotatE.Gradient gradient =
            ReferenceRotatE.gradient(
                entities[head(pair)], phases[relation(pair)], entities[tail(pair)]);
        double slope = slope(pair, distance(pair, entities, phases));
        add(slope, gradient.head(), ofEntities[head(pair)]);
        add(slope, gradient.phase(), ofPhases[relation(pair)]);
        add(slope, gradient.tail(), ofEntities[tail(pair)]);
      }
    }
    for (int position = 0; position < batch.size(); position++) {
      double[] phase = phases[batch.relation(position)];
      double[] centre = sample.clusters.centre(batch.relation(position));
      for (int k = 0; k < phase.length; k++) {
        ofPhases[batch.relation(position)][k] +=
            clusterShare(position) * Math.sin(phase[k] - centre[k]);
      }
    }
  }

  private double slope(int pair, double distance) {
    double weight = batch.weight(batch.position(pair)) / 2.0;
    return isTruth(pair)
        ? weight * sigmoid(distance - margin)
        : -weight * negativeWeights[pair] * sigmoid(margin - distance);
  }

  private static void add(double scale, double[] summand, double[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += scale * summand[k];
    }
  }

  private double distance(int pair, double[][] entities, double[][] phases) {
    return ReferenceRotatE.distance(
        entities[head(pair)], phases[relation(pair)], entities[tail(pair)]);
  }

  private boolean isTruth(int pair) {
    return pair % batch.pairsPerTriple() == batch.pairsPerTriple() - 1;
  }

  private boolean isNegative(int pair) {
    return !isTruth(pair) && batch.candidate(pair) != NegativeSampler.NONE;
  }

  private int head(int pair) {
    return part(pair, Corruption.HEAD, batch::head);
  }

  private int relation(int pair) {
    return part(pair, Corruption.RELATION, batch::relation);
  }

  private int tail(int pair) {
    return part(pair, Corruption.TAIL, batch::tail);
  }

  private int part(int pair, Corruption corruption, IntUnaryOperator ofPosition) {
    return batch.corruption() == corruption
        ? batch.candidate(pair)
        : ofPosition.applyAsInt(batch.position(pair));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
