package org.metarec.meta.config;

import java.util.Set;
import org.metarec.InvalidConfigException;
import org.metarec.model.taste.InnerSolver;

/**
 * Settings of the meta-learner; all of them are written into the model's provenance.
 *
 * @param metaEpochs passes over all users; 0 keeps the untrained prior
 * @param metaBatchSize users in a step of the outer loop
 * @param metaLearningRate of Adam in the outer loop
 * @param innerLearningRate from which the learned rates of the inner loop start
 * @param innerSteps gradient steps from the start to a user's weights, where the head takes steps
 * @param head how a user's weights are found
 * @param without parts left out
 * @param randomSeed source of all randomness
 */
public record MetaConfig(
    int metaEpochs,
    int metaBatchSize,
    double metaLearningRate,
    double innerLearningRate,
    int innerSteps,
    InnerSolver head,
    Set<ModelPart> without,
    long randomSeed) {

  /** Most users whose tasks are drawn at once: a task takes some 3 kB. */
  public static final int MOST_TASKS = 8192;

  /**
   * All epochs together take at least so many steps: chosen on users and films held back from a few
   * hundred users of MovieLens-1M (ADR 45).
   */
  private static final int LEAST_STEPS = 180;

  /** The one place where the defaults stand, but for few users see {@link #epochsFor}. */
  public static final MetaConfig DEFAULTS =
      new MetaConfig(15, 64, 2e-3, 0.1, 5, InnerSolver.STEPS, Set.of(), 42L);

  public MetaConfig {
    without = Set.copyOf(without);
    var problems = new InvalidConfigException.Problems();
    problems.requireBetween(0, 10_000, "metaEpochs", metaEpochs);
    problems.requireBetween(1, MOST_TASKS, "metaBatchSize", metaBatchSize);
    problems.require(
        metaLearningRate > 0 && metaLearningRate <= 1,
        "metaLearningRate",
        metaLearningRate,
        "must be above 0 and at most 1");
    problems.require(
        innerLearningRate > 0 && innerLearningRate <= 10,
        "innerLearningRate",
        innerLearningRate,
        "must be above 0 and at most 10");
    problems.requireBetween(1, 100, "innerSteps", innerSteps);
    problems.throwIfAny();
  }

  /** Epochs where the caller says nothing: over few users more than over many. */
  public static int epochsFor(long users, int metaBatchSize) {
    if (users == 0) {
      return DEFAULTS.metaEpochs;
    }
    long steps = (users + metaBatchSize - 1) / metaBatchSize;
    return (int) Math.max(DEFAULTS.metaEpochs, (LEAST_STEPS + steps - 1) / steps);
  }

  public boolean has(ModelPart part) {
    return !without.contains(part);
  }
}
