package org.metarec.train;

import org.metarec.model.ComplexRow;

/**
 * Adam on the rows of a table (Kingma and Ba, arXiv:1412.6980). Deviations: a row that has no
 * gradient in a step is left alone, its moments too, as in PyTorch's SparseAdam; and a row's
 * gradient is first scaled down to a largest Euclidean norm.
 */
final class Adam implements RowOptimizer {
  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final double EPSILON = 1e-8;

  private final float[] values;
  private final int width;
  private final double gradientClip;
  private final float[] firstMoments;
  private final float[] secondMoments;
  private int steps;
  private float rate;
  private float epsilon;

  /**
   * @param values the table, {@code float[rows · width]}, changed in place
   * @param gradientClip largest norm of a row's gradient
   */
  Adam(float[] values, int width, double gradientClip) {
    this.values = values;
    this.width = width;
    this.gradientClip = gradientClip;
    this.firstMoments = new float[values.length];
    this.secondMoments = new float[values.length];
  }

  /** Folds the corrections for moments that began at 0 into rate and epsilon. */
  @Override
  public void beginStep(double learningRate) {
    steps++;
    double firstCorrection = 1 - Math.pow(FIRST_DECAY, steps);
    double secondCorrection = Math.sqrt(1 - Math.pow(SECOND_DECAY, steps));
    rate = (float) (learningRate * secondCorrection / firstCorrection);
    epsilon = (float) (EPSILON * secondCorrection);
  }

  @Override
  public RowUpdate rows() {
    return new Rows();
  }

  /** Works on copies that begin at 0, which JDK 17 can vectorise. */
  private final class Rows implements RowUpdate {
    private final float[] value = new float[width];
    private final float[] first = new float[width];
    private final float[] second = new float[width];

    @Override
    public void update(int row, float[] gradient) {
      int offset = row * width;
      clip(gradient);
      System.arraycopy(values, offset, value, 0, width);
      System.arraycopy(firstMoments, offset, first, 0, width);
      System.arraycopy(secondMoments, offset, second, 0, width);
      step(gradient, first, second, value);
      System.arraycopy(value, 0, values, offset, width);
      System.arraycopy(first, 0, firstMoments, offset, width);
      System.arraycopy(second, 0, secondMoments, offset, width);
    }

    private void step(float[] gradient, float[] first, float[] second, float[] value) {
      float stepRate = rate;
      float stepEpsilon = epsilon;
      for (int k = 0; k < value.length; k++) {
        float slope = gradient[k];
        float mean = FIRST_DECAY * first[k] + (1 - FIRST_DECAY) * slope;
        float square = SECOND_DECAY * second[k] + (1 - SECOND_DECAY) * slope * slope;
        first[k] = mean;
        second[k] = square;
        value[k] -= stepRate * mean / ((float) Math.sqrt(square) + stepEpsilon);
      }
    }

    private void clip(float[] gradient) {
      for (int k = 0; k < width; k++) {
        value[k] = gradient[k] * gradient[k];
      }
      double norm = Math.sqrt(ComplexRow.sum(value));
      if (norm > gradientClip) {
        float scale = (float) (gradientClip / norm);
        for (int k = 0; k < width; k++) {
          gradient[k] *= scale;
        }
      }
    }
  }
}
