package org.metarec.train.processor;

/** Turns gradients of rows into updates of a table. */
interface RowOptimizer {

  /** Begins a step; afterwards each row is updated at most once. */
  void beginStep(double learningRate);

  /** Updates rows one after the other; each thread asks for one of its own. */
  RowUpdate rows();

  /** Has the moments of a row on their way to the cache; the number means nothing. */
  float prefetch(int row);

  /** Moves single rows. */
  @FunctionalInterface
  interface RowUpdate {

    /** Moves a row against the gradient of the loss in it, which may be overwritten. */
    void move(int row, float[] gradient);
  }
}
