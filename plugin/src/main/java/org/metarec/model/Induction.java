package org.metarec.model;

/**
 * The embedding of a node unseen in training: the mean of the places where its relations want it.
 *
 * <p>A relation to a head h wants the node at {@code h∘e^{iθ}}, one to a tail t at {@code
 * t∘e^{−iθ}}; each is where RotatE's distance for that triple is 0. Not thread-safe.
 */
public final class Induction {
  private final double[] sum;
  private int relations;

  /**
   * @param dimension complex coordinates d
   */
  public Induction(int dimension) {
    this.sum = new double[2 * dimension];
  }

  /**
   * Counts a relation whose tail is the new node.
   *
   * @param head {@code float[2d]}: row of the head
   * @param phase {@code float[d]}: phase of the relation, in radians
   * @throws IllegalArgumentException if the lengths are not 2d and d
   */
  public Induction asTail(float[] head, float[] phase) {
    return add(RotatE.rotate(head, phase));
  }

  /**
   * Counts a relation whose head is the new node.
   *
   * @param tail {@code float[2d]}: row of the tail
   * @param phase {@code float[d]}: phase of the relation, in radians
   * @throws IllegalArgumentException if the lengths are not 2d and d
   */
  public Induction asHead(float[] tail, float[] phase) {
    return add(RotatE.rotateBack(tail, phase));
  }

  private Induction add(float[] place) {
    if (place.length != sum.length) {
      throw new IllegalArgumentException(
          "a row of %d floats; expected %d".formatted(place.length, sum.length));
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] += place[k];
    }
    relations++;
    return this;
  }

  /**
   * The mean of the places so far.
   *
   * @param fallback {@code float[2d]}: the answer for a node without any relation, such as the mean
   *     row of the items
   * @return {@code float[2d]}, a copy
   */
  public float[] embedding(float[] fallback) {
    if (relations == 0) {
      return fallback.clone();
    }
    float[] mean = new float[sum.length];
    for (int k = 0; k < sum.length; k++) {
      mean[k] = (float) (sum[k] / relations);
    }
    return mean;
  }
}
