package org.metarec.train.step;

import java.util.Arrays;

/** Adam on rows as {@link Adam} describes it, in {@code double}; moves a table in place. */
final class ReferenceAdam {
  private final double[][] table;
  private final double gradientClip;
  private final double[][] firstMoments;
  private final double[][] secondMoments;
  private int steps;

  ReferenceAdam(double[][] table, double gradientClip) {
    this.table = table;
    this.gradientClip = gradientClip;
    this.firstMoments = new double[table.length][table[0].length];
    this.secondMoments = new double[table.length][table[0].length];
  }

  /** Moves the rows that have a gradient. */
  void step(double[][] gradients, double learningRate) {
    steps++;
    for (int row = 0; row < table.length; row++) {
      double norm = norm(gradients[row]);
      if (norm > 0) {
        move(row, gradients[row], Math.min(1, gradientClip / norm), learningRate);
      }
    }
  }

  private void move(int row, double[] gradient, double scale, double learningRate) {
    for (int k = 0; k < gradient.length; k++) {
      double slope = scale * gradient[k];
      firstMoments[row][k] = 0.9 * firstMoments[row][k] + 0.1 * slope;
      secondMoments[row][k] = 0.999 * secondMoments[row][k] + 0.001 * slope * slope;
      double mean = firstMoments[row][k] / (1 - Math.pow(0.9, steps));
      double square = secondMoments[row][k] / (1 - Math.pow(0.999, steps));
      table[row][k] -= learningRate * mean / (Math.sqrt(square) + 1e-8);
    }
  }

  /**
   * Takes over what rounding decided. Adam divides by the size of the gradient; where that is less
   * than a thousandth of the row's, rounding in {@code float} shows in the step.
   *
   * @param found the table that another implementation has moved
   */
  void settle(double[][] found) {
    for (int row = 0; row < table.length; row++) {
      double all = Arrays.stream(secondMoments[row]).sum();
      for (int k = 0; k < table[row].length; k++) {
        if (secondMoments[row][k] < 1e-6 * all) {
          table[row][k] += Math.IEEEremainder(found[row][k] - table[row][k], 2 * Math.PI);
        }
      }
    }
  }

  private static double norm(double[] gradient) {
    double squares = 0;
    for (double slope : gradient) {
      squares += slope * slope;
    }
    return Math.sqrt(squares);
  }
}
