package org.metarec.model.kernel;

/**
 * The arithmetic that training and ranking spend their time in. All implementations give the same
 * bits: products and sums are rounded one by one, and a sum runs over 16 accumulators, coordinate k
 * going to accumulator k mod 16, which are then added pairwise, halves first; the d mod 16 last
 * coordinates are summed by themselves and added at the end.
 *
 * <p>Not thread-safe: each thread has one of its own, from {@link Kernel#rows}.
 */
public interface RowKernel {

  /** As many as the lanes of the widest register, in {@code float}. */
  int ACCUMULATORS = 16;

  /**
   * RotatE's distance {@code Σ_k |a_k − b_k|} between a row and the place where it should be.
   *
   * @return ≥ 0, in the unit of the coordinates; no modulus counts as less than 1e-10
   */
  float distance(ComplexRow a, ComplexRow b);

  /** Adds the gradient of {@code slope · distance(a, b)} in both rows to theirs. */
  void addDistanceGradient(ComplexRow a, ComplexRow b, float slope, ComplexRow ofA, ComplexRow ofB);

  /**
   * Moves one row of a table by one step of Adam, its gradient scaled down to the largest norm.
   *
   * @param gradient of the loss in the row
   */
  void move(MomentTable table, int row, float[] gradient);
}
