package org.metarec.bench.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.metarec.triple.Triples;

/**
 * A made-up graph of many relations, most of them rare, that are noisy copies of a few rotations.
 * Entities are random points on a torus; a relation leads from a random head to the entity nearest
 * to where it turns the head. The n-th relation has 1/n of the triples of the first (Zipf), at
 * least three.
 *
 * @param training all triples but those held back
 * @param heldBack two triples of each rare relation
 */
record CopiedRelations(Triples training, Triples heldBack) {

  /** Fewer triples than these make a relation rare. */
  static final int RARE = 10;

  private static final int HELD_BACK = 2;

  /**
   * What the graph looks like.
   *
   * @param rotations different ones, of which all relations are copies
   * @param coordinates of the torus, so the dimension that would do to embed the graph
   * @param noise standard deviation of an angle of a copy, in radians
   * @param mostTriples of the most frequent relation
   */
  record Shape(
      int entities, int relations, int rotations, int coordinates, double noise, int mostTriples) {}

  static CopiedRelations of(Shape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] entities = angles(shape.entities(), shape.coordinates(), random);
    double[][] rotations = angles(shape.rotations(), shape.coordinates(), random);
    List<int[]> training = new ArrayList<>();
    List<int[]> heldBack = new ArrayList<>();
    for (int relation = 0; relation < shape.relations(); relation++) {
      double[] turn = rotations[random.nextInt(rotations.length)].clone();
      for (int k = 0; k < turn.length; k++) {
        turn[k] += shape.noise() * random.nextGaussian();
      }
      int size = Math.max(3, shape.mostTriples() / (relation + 1));
      List<int[]> triples = triples(entities, relation, turn, size + HELD_BACK, random);
      training.addAll(triples.subList(0, size));
      if (size < RARE) {
        heldBack.addAll(triples.subList(size, triples.size()));
      }
    }
    return new CopiedRelations(columns(shape, training), columns(shape, heldBack));
  }

  private static double[][] angles(int rows, int coordinates, SplittableRandom random) {
    double[][] angles = new double[rows][coordinates];
    for (double[] row : angles) {
      Arrays.setAll(row, k -> random.nextDouble(-Math.PI, Math.PI));
    }
    return angles;
  }

  private static List<int[]> triples(
      double[][] entities, int relation, double[] turn, int size, SplittableRandom random) {
    List<int[]> triples = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int head = random.nextInt(entities.length);
      triples.add(new int[] {head, relation, nearest(entities, head, turn)});
    }
    return triples;
  }

  private static int nearest(double[][] entities, int head, double[] turn) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int entity = 0; entity < entities.length; entity++) {
      double distance = 0;
      for (int k = 0; k < turn.length; k++) {
        distance += 1 - Math.cos(entities[head][k] + turn[k] - entities[entity][k]);
      }
      if (entity != head && distance < least) {
        least = distance;
        nearest = entity;
      }
    }
    return nearest;
  }

  private static Triples columns(Shape shape, List<int[]> triples) {
    return HiddenEntities.columns(triples, shape.entities(), shape.relations());
  }
}
