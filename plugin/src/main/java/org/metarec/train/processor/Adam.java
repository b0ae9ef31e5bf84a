package org.metarec.train.processor;

import java.util.function.IntPredicate;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.MomentTable;
import org.metarec.model.kernel.RowKernel;

/**
 * Adam on the rows of a table (Kingma and Ba, arXiv:1412.6980). Deviations: a row that has no
 * gradient in a step is left alone, its moments too, as in PyTorch's SparseAdam; and a row's
 * gradient is first scaled down to a largest Euclidean norm.
 */
final class Adam implements RowOptimizer {
  private final MomentTable table;
  private final int width;
  private final Kernel kernel;
  private final IntPredicate isSpared;

  /**
   * @param values the table, {@code float[rows · width]}, changed in place
   * @param gradientClip largest norm of a row's gradient
   * @param isSpared whether a row stays as it is, its moments too
   */
  Adam(float[] values, int width, double gradientClip, Kernel kernel, IntPredicate isSpared) {
    this.table = new MomentTable(values, width, gradientClip);
    this.width = width;
    this.kernel = kernel;
    this.isSpared = isSpared;
  }

  @Override
  public void beginStep(double learningRate) {
    table.beginStep(learningRate);
  }

  @Override
  public float prefetch(int row) {
    return table.prefetch(row);
  }

  @Override
  public RowUpdate rows() {
    RowKernel rows = kernel.rows(width);
    return (row, gradient) -> {
      if (!isSpared.test(row)) {
        rows.move(table, row, gradient);
      }
    };
  }
}
