package org.metarec.train.processor;

import org.metarec.train.processor.RowOptimizer.RowUpdate;

/** Gradients in the phases of the relations of one batch. */
final class PhaseGradients {
  private final int dimension;
  private final float[][] gradients;

  PhaseGradients(int relationCount, int dimension) {
    this.dimension = dimension;
    this.gradients = new float[relationCount][];
  }

  /**
   * @param gradient {@code float[d]}, per radian
   */
  void add(int relation, float[] gradient) {
    if (gradients[relation] == null) {
      gradients[relation] = new float[dimension];
    }
    float[] sum = gradients[relation];
    for (int k = 0; k < sum.length; k++) {
      sum[k] += gradient[k];
    }
  }

  /** Updates a part of the rows that have a gradient; they have none afterwards. */
  void apply(int part, RowUpdate update) {
    for (int relation = part; relation < gradients.length; relation += CorruptionPass.PARTS) {
      if (gradients[relation] != null) {
        update.move(relation, gradients[relation]);
        gradients[relation] = null;
      }
    }
  }
}
