package org.metarec.bench.kernel;

import java.util.BitSet;
import org.metarec.model.kernel.AdamConstants;

/** Adam for the rows that a batch has touched, whose moments alone decay. */
final class BatchOrderAdam {
  private static final float FIRST_DECAY = (float) AdamConstants.FIRST_DECAY;
  private static final float SECOND_DECAY = (float) AdamConstants.SECOND_DECAY;
  private static final float EPSILON = (float) AdamConstants.EPSILON;

  private final float[] values;
  private final float[] gradients;
  private final float[] first;
  private final float[] second;
  private final int width;
  private int steps;

  /**
   * @param values moved in place
   * @param gradients cleared by each step
   */
  BatchOrderAdam(float[] values, float[] gradients, int width) {
    this.values = values;
    this.gradients = gradients;
    this.first = new float[values.length];
    this.second = new float[values.length];
    this.width = width;
  }

  void step(BitSet rows, double learningRate, double clip) {
    steps++;
    double correction = Math.sqrt(1 - Math.pow(SECOND_DECAY, steps));
    float rate = (float) (learningRate * correction / (1 - Math.pow(FIRST_DECAY, steps)));
    float epsilon = (float) (EPSILON * correction);
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      float sum = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        sum += gradients[i] * gradients[i];
      }
      float scale = (float) Math.min(1, clip / Math.sqrt(sum));
      for (int i = row * width; i < (row + 1) * width; i++) {
        float slope = gradients[i] * scale;
        first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * slope;
        second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope * slope;
        values[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + epsilon);
        gradients[i] = 0;
      }
    }
  }
}
