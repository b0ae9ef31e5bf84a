package org.metarec.train.step;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Triples;

/**
 * Groups relations by their phases and draws each to the centre of its group, so that relations of
 * few triples lean on those like them.
 *
 * <p>A triple of relation r adds {@code λ / n_r · Σ_k (1 − cos(θ_rk − c_k))} to the loss, n_r being
 * the number of triples of r: in an epoch every relation is drawn as much as any other, so one of a
 * thousand triples hardly feels it. Centres are constants to the gradient, found by {@link
 * PhaseClustering} every few epochs.
 *
 * <p>Nothing is drawn as long as the phases lie in no groups, or groups still get tighter on their
 * own: untrained phases are random, and relations drawn to the centres of random groups never leave
 * them.
 */
public final class RelationClusters {

  /** There are groups once they are this much tighter than those found in random phases. */
  private static final double GROUPED = 0.9;

  /** Groups form as long as each clustering is this much tighter than the one before. */
  private static final double FORMING = 0.98;

  private final RotatEConfig config;
  private final int clusters;
  private final int[] triplesOf;
  private final double[] shares;
  private final double[] distances;
  private final double[][] centres;
  private final double randomDistance;
  private Optional<PhaseClustering> found = Optional.empty();
  private boolean isDrawing;

  /**
   * @param triples those of training
   */
  public RelationClusters(Triples triples, RotatEConfig config) {
    this.config = config;
    clusters = Math.min(config.relationClusters(), triples.relationCount());
    triplesOf = new int[triples.relationCount()];
    shares = new double[triples.relationCount()];
    distances = new double[triples.relationCount()];
    centres = new double[triples.relationCount()][];
    for (int i = 0; i < triples.size(); i++) {
      triplesOf[triples.relation(i)]++;
    }
    randomDistance = clusters == 0 ? 0 : PhaseClustering.of(random(), clusters).distance();
  }

  private RelationPhases random() {
    SplittableRandom random = new SplittableRandom(config.randomSeed());
    return RotatETables.phases(triplesOf.length, config, random);
  }

  /** Finds clusters anew, and once they have formed draws to them. */
  public void find(RelationPhases phases) {
    if (clusters == 0) {
      return;
    }
    PhaseClustering clustering = PhaseClustering.of(phases, clusters);
    if (found.isPresent()) {
      PhaseClustering movedOn = found.get().movedOn(phases);
      clustering = movedOn.distance() <= clustering.distance() ? movedOn : clustering;
      isDrawing |= haveFormed(clustering, found.get());
    }
    found = Optional.of(clustering);
    Arrays.setAll(centres, clustering::centre);
  }

  private boolean haveFormed(PhaseClustering clustering, PhaseClustering before) {
    return clustering.distance() >= FORMING * before.distance()
        && clustering.distance() <= GROUPED * randomDistance;
  }

  /** Adds to the losses of the triples of a batch, and takes up what their gradients need. */
  public void addLosses(Batch batch, RelationPhases phases, double[] losses) {
    if (!isDrawing) {
      return;
    }
    Arrays.fill(shares, 0);
    for (int position = 0; position < losses.length; position++) {
      int relation = batch.relation(position);
      if (shares[relation] == 0) {
        distances[relation] = distance(phases, relation);
      }
      double share = share(batch, position);
      losses[position] += share * distances[relation];
      shares[relation] += share;
    }
  }

  private double distance(RelationPhases phases, int relation) {
    double sum = 0;
    for (int k = 0; k < phases.dimension(); k++) {
      sum += 1 - Math.cos(phases.values()[phases.offset(relation) + k] - centres[relation][k]);
    }
    return sum;
  }

  /** Adds to the gradient in the phases of one relation, by the batch taken up last. */
  public void addGradient(int relation, RelationPhases phases, float[] gradient) {
    if (!isDrawing || shares[relation] == 0) {
      return;
    }
    for (int k = 0; k < gradient.length; k++) {
      double phase = phases.values()[phases.offset(relation) + k];
      gradient[k] += (float) (shares[relation] * Math.sin(phase - centres[relation][k]));
    }
  }

  /**
   * How strongly a triple of a batch draws its relation.
   *
   * @return {@code λ / n_r} times the triple's weight; 0 as long as no clusters were found
   */
  public double share(Batch batch, int position) {
    return isDrawing
        ? config.clusterWeight() * batch.weight(position) / triplesOf[batch.relation(position)]
        : 0;
  }

  /** Whether any relation is drawn anywhere. */
  public boolean isDrawing() {
    return isDrawing;
  }

  /** The centre that a relation is drawn to, {@code double[d]}. */
  public double[] centre(int relation) {
    return centres[relation].clone();
  }
}
