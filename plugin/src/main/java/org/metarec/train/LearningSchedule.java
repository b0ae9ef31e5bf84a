package org.metarec.train;

import org.metarec.train.config.RotatEConfig;

/**
 * When training slows down and when it stops. It goes at the full learning rate for 70 % of the
 * epochs or until the held-back triples have not been ranked better for {@code patience} epochs,
 * then at a fifth of it for the other epochs, or until patience is over again.
 */
final class LearningSchedule {
  private static final double FULL_PART = 0.7;
  private static final double SLOWDOWN = 5;

  private final RotatEConfig config;
  private boolean slow;
  private boolean stopped;
  private double bestScore = Double.NEGATIVE_INFINITY;
  private int epochsDone;
  private int patienceBegan;

  LearningSchedule(RotatEConfig config) {
    this.config = config;
  }

  double learningRate() {
    return slow ? config.learningRate() / SLOWDOWN : config.learningRate();
  }

  void endEpoch() {
    epochsDone++;
    if (!slow && epochsDone >= FULL_PART * config.epochs()) {
      slowDown();
    }
  }

  /**
   * Takes note of how well the held-back triples are ranked.
   *
   * @param score higher is better
   * @return whether it is the best so far
   */
  boolean improves(double score) {
    if (score > bestScore) {
      bestScore = score;
      patienceBegan = epochsDone;
      return true;
    }
    if (epochsDone - patienceBegan >= config.patience()) {
      if (slow) {
        stopped = true;
      } else {
        slowDown();
      }
    }
    return false;
  }

  boolean isFinished() {
    return stopped || epochsDone == config.epochs();
  }

  private void slowDown() {
    slow = true;
    patienceBegan = epochsDone;
  }
}
