package org.metarec.graph.store;

import org.metarec.triple.Progress;

/** Is told when a version of a model is about to follow another. */
@FunctionalInterface
public interface Succession {
  /** Hears how it ended. */
  @FunctionalInterface
  interface Outcome {
    /**
     * Called once. Must neither throw nor block: the outcome is already decided.
     *
     * @param serves whether the version serves now; if not, it never will
     */
    void ended(boolean serves);
  }

  /**
   * Called when the nodes bear all that a version has on them; only the model's own node is still
   * that of the version before. May take as long as reading a model, and does not fail: a training
   * is not lost to it.
   *
   * @param progress asked whether to go on; if not, whoever publishes sees to it
   */
  Outcome willServe(ModelNode next, ModelParameters parameters, Progress progress);
}
