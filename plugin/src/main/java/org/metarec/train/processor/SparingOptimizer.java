package org.metarec.train.processor;

import java.util.function.IntPredicate;

/** Leaves some rows of a table as they are, their moments too. */
final class SparingOptimizer implements RowOptimizer {
  private final RowOptimizer optimizer;
  private final IntPredicate isSpared;

  /**
   * @param optimizer of the other rows
   * @param isSpared whether a row stays
   */
  SparingOptimizer(RowOptimizer optimizer, IntPredicate isSpared) {
    this.optimizer = optimizer;
    this.isSpared = isSpared;
  }

  @Override
  public void beginStep(double learningRate) {
    optimizer.beginStep(learningRate);
  }

  @Override
  public RowUpdate rows() {
    RowUpdate update = optimizer.rows();
    return (row, gradient) -> {
      if (!isSpared.test(row)) {
        update.move(row, gradient);
      }
    };
  }

  @Override
  public float prefetch(int row) {
    return optimizer.prefetch(row);
  }
}
