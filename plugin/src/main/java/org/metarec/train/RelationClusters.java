package org.metarec.train;

import java.util.Arrays;
import org.metarec.model.RelationPhases;
import org.metarec.triple.Triples;

/**
 * Groups relations by their phases and draws each to the centre of its group, so that relations of
 * few triples lean on those like them.
 *
 * <p>A triple of relation r adds {@code λ / n_r · Σ_k (1 − cos(θ_rk − c_k))} to the loss, n_r being
 * the number of triples of r: in an epoch every relation is drawn as much as any other, so one of a
 * thousand triples hardly feels it. Centres are constants to the gradient, found by k-means on the
 * circle (Lloyd, with circular means, from relations far apart) every few epochs.
 */
public final class RelationClusters {
  private static final int ROUNDS = 20;

  private final double weight;
  private final int[] triplesOf;
  private final int[] clusterOf;
  private final double[][] centres;
  private final double[] shares;
  private boolean isDrawing;

  /**
   * @param triples those of training
   */
  public RelationClusters(Triples triples, RotatEConfig config) {
    weight = config.clusterWeight();
    triplesOf = new int[triples.relationCount()];
    clusterOf = new int[triples.relationCount()];
    shares = new double[triples.relationCount()];
    int clusters = Math.min(config.relationClusters(), triples.relationCount());
    centres = new double[clusters][config.embeddingDimension()];
    for (int i = 0; i < triples.size(); i++) {
      triplesOf[triples.relation(i)]++;
    }
  }

  /** Finds clusters anew; before the first time nothing is drawn anywhere. */
  void find(RelationPhases phases) {
    isDrawing = centres.length > 0;
    if (!isDrawing) {
      return;
    }
    spread(phases);
    boolean moved = true;
    for (int round = 0; round < ROUNDS && moved; round++) {
      moved = assign(phases) || round == 0;
      centre(phases);
    }
  }

  /** Puts the centres on relations, each on the one that is farthest from those before it. */
  private void spread(RelationPhases phases) {
    double[] nearest = new double[clusterOf.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int next = 0;
    for (int cluster = 0; cluster < centres.length; cluster++) {
      for (int k = 0; k < phases.dimension(); k++) {
        centres[cluster][k] = phases.values()[phases.offset(next) + k];
      }
      nearest[next] = 0;
      for (int relation = 0; relation < nearest.length; relation++) {
        nearest[relation] = Math.min(nearest[relation], distance(phases, relation, cluster));
        if (nearest[relation] > nearest[next]) {
          next = relation;
        }
      }
    }
  }

  private boolean assign(RelationPhases phases) {
    int[] before = clusterOf.clone();
    for (int relation = 0; relation < clusterOf.length; relation++) {
      int nearest = 0;
      for (int cluster = 1; cluster < centres.length; cluster++) {
        if (distance(phases, relation, cluster) < distance(phases, relation, nearest)) {
          nearest = cluster;
        }
      }
      clusterOf[relation] = nearest;
    }
    return !Arrays.equals(before, clusterOf);
  }

  /** Moves each centre to the circular mean of its relations; an empty cluster stays. */
  private void centre(RelationPhases phases) {
    int dimension = phases.dimension();
    double[][] real = new double[centres.length][dimension];
    double[][] imaginary = new double[centres.length][dimension];
    for (int relation = 0; relation < clusterOf.length; relation++) {
      for (int k = 0; k < dimension; k++) {
        double phase = phases.values()[phases.offset(relation) + k];
        real[clusterOf[relation]][k] += Math.cos(phase);
        imaginary[clusterOf[relation]][k] += Math.sin(phase);
      }
    }
    for (int cluster = 0; cluster < centres.length; cluster++) {
      for (int k = 0; k < dimension; k++) {
        if (real[cluster][k] != 0 || imaginary[cluster][k] != 0) {
          centres[cluster][k] = Math.atan2(imaginary[cluster][k], real[cluster][k]);
        }
      }
    }
  }

  private double distance(RelationPhases phases, int relation, int cluster) {
    double sum = 0;
    for (int k = 0; k < phases.dimension(); k++) {
      sum += 1 - Math.cos(phases.values()[phases.offset(relation) + k] - centres[cluster][k]);
    }
    return sum;
  }

  /** Adds to the losses of the triples of a batch, and takes up what their gradients need. */
  void addLosses(Batch batch, RelationPhases phases, double[] losses) {
    if (!isDrawing) {
      return;
    }
    Arrays.fill(shares, 0);
    for (int position = 0; position < losses.length; position++) {
      int relation = batch.relation(position);
      double share = share(batch, position);
      losses[position] += share * distance(phases, relation, clusterOf[relation]);
      shares[relation] += share;
    }
  }

  /** Adds to the gradient in the phases of one relation, by the batch taken up last. */
  void addGradient(int relation, RelationPhases phases, float[] gradient) {
    if (!isDrawing || shares[relation] == 0) {
      return;
    }
    double[] centre = centres[clusterOf[relation]];
    for (int k = 0; k < gradient.length; k++) {
      double phase = phases.values()[phases.offset(relation) + k];
      gradient[k] += (float) (shares[relation] * Math.sin(phase - centre[k]));
    }
  }

  /**
   * How strongly a triple of a batch draws its relation.
   *
   * @return {@code λ / n_r} times the triple's weight; 0 as long as no clusters were found
   */
  public double share(Batch batch, int position) {
    return isDrawing ? weight * batch.weight(position) / triplesOf[batch.relation(position)] : 0;
  }

  /** Whether any relation is drawn anywhere. */
  public boolean isDrawing() {
    return isDrawing;
  }

  /** The centre that a relation is drawn to, {@code double[d]}. */
  public double[] centre(int relation) {
    return centres[clusterOf[relation]].clone();
  }
}
