package org.metarec.model.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * The embedding of a node unseen in training: where its relations want it.
 *
 * <p>A relation to a head h wants the node at {@code h∘e^{iθ}}, one to a tail t at {@code
 * t∘e^{−iθ}}; each is where RotatE's distance for that triple is 0. Where the node has m relations
 * of one kind and direction, each counts {@code 1/√m}: a hundred clicks say more than one director,
 * but not a hundred times as much. The direction of a coordinate is that of the weighted mean of
 * the places, its modulus the weighted mean of their moduli: a rotation keeps moduli, so each
 * neighbour tells the modulus, whereas the mean of places that differ in direction lies too near to
 * 0.
 *
 * <p>Not thread-safe. Holds 3d numbers for each kind of relation.
 */
public final class Induction {
  private final int dimension;
  private final List<Kind> kinds = new ArrayList<>();

  /**
   * @param dimension complex coordinates d
   */
  public Induction(int dimension) {
    this.dimension = dimension;
  }

  /**
   * Counts a relation of the new node.
   *
   * @param relation id of the relation
   * @param nodeIsHead whether it leads from the new node to the other one
   * @param other {@code float[2d]}: row of the node at its other end
   * @param phase {@code float[d]}: phase of the relation, in radians
   * @throws IllegalArgumentException if the lengths are not 2d and d
   */
  public Induction add(int relation, boolean nodeIsHead, float[] other, float[] phase) {
    float[] place = nodeIsHead ? RotatE.rotateBack(other, phase) : RotatE.rotate(other, phase);
    if (place.length != 2 * dimension) {
      throw new IllegalArgumentException(
          "a row of %d floats; expected %d".formatted(place.length, 2 * dimension));
    }
    kind(relation, nodeIsHead).add(place);
    return this;
  }

  private Kind kind(int relation, boolean nodeIsHead) {
    for (Kind kind : kinds) {
      if (kind.relation == relation && kind.nodeIsHead == nodeIsHead) {
        return kind;
      }
    }
    kinds.add(new Kind(relation, nodeIsHead, dimension));
    return kinds.get(kinds.size() - 1);
  }

  /** Whether no relation was counted. */
  public boolean isEmpty() {
    return kinds.isEmpty();
  }

  /**
   * The embedding by the relations so far.
   *
   * @param fallback {@code float[2d]}: the answer for a node without any relation, such as the mean
   *     row of the items
   * @return {@code float[2d]}, a copy
   */
  public float[] embedding(float[] fallback) {
    if (isEmpty()) {
      return fallback.clone();
    }
    double weights = kinds.stream().mapToDouble(kind -> kind.count * kind.weight()).sum();
    float[] embedding = new float[2 * dimension];
    for (int k = 0; k < dimension; k++) {
      double real = 0;
      double imaginary = 0;
      double modulus = 0;
      for (Kind kind : kinds) {
        real += kind.weight() * kind.sum[k];
        imaginary += kind.weight() * kind.sum[dimension + k];
        modulus += kind.weight() * kind.moduli[k];
      }
      double length = Math.hypot(real, imaginary);
      double scale = length > 0 ? modulus / length / weights : 0;
      embedding[k] = (float) (scale * real);
      embedding[dimension + k] = (float) (scale * imaginary);
    }
    return embedding;
  }

  /** The relations of one kind and direction. */
  private static final class Kind {
    private final int relation;
    private final boolean nodeIsHead;
    private final double[] sum;
    private final double[] moduli;
    private int count;

    Kind(int relation, boolean nodeIsHead, int dimension) {
      this.relation = relation;
      this.nodeIsHead = nodeIsHead;
      this.sum = new double[2 * dimension];
      this.moduli = new double[dimension];
    }

    void add(float[] place) {
      for (int k = 0; k < moduli.length; k++) {
        sum[k] += place[k];
        sum[moduli.length + k] += place[moduli.length + k];
        moduli[k] += Math.hypot(place[k], place[moduli.length + k]);
      }
      count++;
    }

    /** Weight of one place. */
    double weight() {
      return 1 / Math.sqrt(count);
    }
  }
}
