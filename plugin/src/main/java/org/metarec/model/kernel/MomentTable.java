package org.metarec.model.kernel;

import org.metarec.model.embedding.EntityTable;

/**
 * A table in training with the two moments that Adam keeps of the gradient of each value (Kingma
 * and Ba, arXiv:1412.6980). Not thread-safe for two updates of one row.
 */
public final class MomentTable {
  static final float FIRST_DECAY = (float) AdamConstants.FIRST_DECAY;
  static final float FIRST_SHARE = 1 - FIRST_DECAY;
  static final float SECOND_DECAY = (float) AdamConstants.SECOND_DECAY;
  static final float SECOND_SHARE = 1 - SECOND_DECAY;

  final float[] values;
  final float[] firstMoments;
  final float[] secondMoments;
  final int width;
  private final double gradientClip;
  private int steps;
  private float rate;
  private float epsilon;

  /**
   * @param values the table, {@code float[rows · width]}, changed in place
   * @param gradientClip largest Euclidean norm of the gradient in a row
   */
  public MomentTable(float[] values, int width, double gradientClip) {
    this.values = values;
    this.width = width;
    this.gradientClip = gradientClip;
    this.firstMoments = new float[values.length];
    this.secondMoments = new float[values.length];
  }

  /** Folds the corrections for moments that began at 0 into rate and epsilon. */
  public void beginStep(double learningRate) {
    steps++;
    double firstCorrection = 1 - Math.pow(FIRST_DECAY, steps);
    double secondCorrection = Math.sqrt(1 - Math.pow(SECOND_DECAY, steps));
    rate = (float) (learningRate * secondCorrection / firstCorrection);
    epsilon = (float) (AdamConstants.EPSILON * secondCorrection);
  }

  /** What a gradient is multiplied by, from the square of its norm. */
  float scale(float sumOfSquares) {
    double norm = Math.sqrt(sumOfSquares);
    return norm > gradientClip ? (float) (gradientClip / norm) : 1;
  }

  float rate() {
    return rate;
  }

  float epsilon() {
    return epsilon;
  }

  /** Reads of each cache line of a row's moments: see {@link EntityTable#prefetch}. */
  public float prefetch(int row) {
    float sum = 0;
    int end = (row + 1) * width;
    for (int place = row * width; place < end; place += EntityTable.FLOATS_OF_CACHE_LINE) {
      sum += firstMoments[place] + secondMoments[place];
    }
    return sum;
  }

  void move(int place, float slope) {
    float mean = FIRST_DECAY * firstMoments[place] + FIRST_SHARE * slope;
    float square = SECOND_DECAY * secondMoments[place] + SECOND_SHARE * slope * slope;
    firstMoments[place] = mean;
    secondMoments[place] = square;
    values[place] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
  }
}
