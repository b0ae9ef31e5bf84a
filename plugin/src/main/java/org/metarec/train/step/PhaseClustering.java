package org.metarec.train.step;

import java.util.Arrays;
import org.metarec.model.embedding.RelationPhases;

/**
 * Relations in groups of like phases: k-means on the circle (Lloyd, with circular means). The
 * distance of two phases is {@code 1 − cos} of their difference, summed over the coordinates.
 *
 * <p>Costs relations · clusters · d a round, at most 20 rounds. Nothing in it is left to chance.
 */
final class PhaseClustering {
  private static final int ROUNDS = 20;

  private final double[][] points;
  private final double[][] centres;
  private final int[] clusterOf;

  private PhaseClustering(double[][] points, double[][] centres) {
    this.points = points;
    this.centres = centres;
    this.clusterOf = new int[points.length];
    assign();
    boolean moved = true;
    for (int round = 0; round < ROUNDS && moved; round++) {
      centre();
      moved = assign();
    }
  }

  /**
   * Begins with relations far apart, each the farthest from those before it (Gonzalez, Theoretical
   * Computer Science 38, 1985).
   *
   * @param clusters from 1 to the number of relations
   */
  static PhaseClustering of(RelationPhases phases, int clusters) {
    double[][] points = points(phases);
    double[][] centres = new double[clusters][];
    double[] nearest = new double[points.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int next = 0;
    for (int cluster = 0; cluster < clusters; cluster++) {
      centres[cluster] = points[next].clone();
      nearest[next] = 0;
      for (int relation = 0; relation < points.length; relation++) {
        nearest[relation] =
            Math.min(nearest[relation], distance(points[relation], centres[cluster]));
        if (nearest[relation] > nearest[next]) {
          next = relation;
        }
      }
    }
    return new PhaseClustering(points, centres);
  }

  /** Begins with the centres of this clustering, for the same relations with phases moved on. */
  PhaseClustering movedOn(RelationPhases phases) {
    double[][] copies = new double[centres.length][];
    Arrays.setAll(copies, cluster -> centres[cluster].clone());
    return new PhaseClustering(points(phases), copies);
  }

  /** Sum of the distances of all relations from their centres, ≥ 0; less is tighter. */
  double distance() {
    double sum = 0;
    for (int relation = 0; relation < points.length; relation++) {
      sum += distance(points[relation], centres[clusterOf[relation]]);
    }
    return sum;
  }

  /** The centre of a relation's cluster: {@code double[d]}, angles in radians. */
  double[] centre(int relation) {
    double[] centre = centres[clusterOf[relation]];
    double[] angles = new double[centre.length / 2];
    Arrays.setAll(angles, k -> Math.atan2(centre[angles.length + k], centre[k]));
    return angles;
  }

  private boolean assign() {
    boolean moved = false;
    for (int relation = 0; relation < points.length; relation++) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int cluster = 0; cluster < centres.length; cluster++) {
        double distance = distance(points[relation], centres[cluster]);
        if (distance < least) {
          least = distance;
          nearest = cluster;
        }
      }
      moved |= clusterOf[relation] != nearest;
      clusterOf[relation] = nearest;
    }
    return moved;
  }

  /** Moves each centre to the circular mean of its relations; an empty cluster stays. */
  private void centre() {
    double[][] sums = new double[centres.length][centres[0].length];
    for (int relation = 0; relation < points.length; relation++) {
      double[] sum = sums[clusterOf[relation]];
      for (int k = 0; k < sum.length; k++) {
        sum[k] += points[relation][k];
      }
    }
    for (int cluster = 0; cluster < centres.length; cluster++) {
      int dimension = centres[cluster].length / 2;
      for (int k = 0; k < dimension; k++) {
        double length = Math.hypot(sums[cluster][k], sums[cluster][dimension + k]);
        if (length > 0) {
          centres[cluster][k] = sums[cluster][k] / length;
          centres[cluster][dimension + k] = sums[cluster][dimension + k] / length;
        }
      }
    }
  }

  /** The phases of each relation as d cosines, then d sines. */
  private static double[][] points(RelationPhases phases) {
    double[][] points = new double[phases.relationCount()][2 * phases.dimension()];
    for (int relation = 0; relation < points.length; relation++) {
      for (int k = 0; k < phases.dimension(); k++) {
        double phase = phases.values()[phases.offset(relation) + k];
        points[relation][k] = Math.cos(phase);
        points[relation][phases.dimension() + k] = Math.sin(phase);
      }
    }
    return points;
  }

  private static double distance(double[] point, double[] centre) {
    double cosines = 0;
    for (int k = 0; k < point.length; k++) {
      cosines += point[k] * centre[k];
    }
    return point.length / 2.0 - cosines;
  }
}
