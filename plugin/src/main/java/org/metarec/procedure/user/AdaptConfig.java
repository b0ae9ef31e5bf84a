package org.metarec.procedure.user;

import org.metarec.InvalidConfigException;
import org.metarec.graph.store.ModelStore;
import org.metarec.procedure.argument.ConfigMap;

/**
 * How users are adapted; none of it changes their weights.
 *
 * @param device 'auto', 'cpu', 'gpu' or 'cuda:N'
 * @param concurrency threads
 * @param batchSize users adapted together, and written in one transaction where that is ours
 */
record AdaptConfig(String modelName, String device, int concurrency, int batchSize) {

  /**
   * Gives the default of {@code batchSize}; the defaults of the other keys stand in {@link
   * ConfigMap}, since other calls share them. As a whole it only takes the place of a config that
   * is refused, so that the rest of the call can be checked before the error is thrown.
   */
  static final AdaptConfig DEFAULTS = new AdaptConfig(ModelStore.DEFAULT_NAME, "auto", 1, 1000);

  AdaptConfig {
    var problems = new InvalidConfigException.Problems();
    problems.requireBetween(1, 10_000, "batchSize", batchSize);
    problems.throwIfAny();
  }

  static AdaptConfig read(ConfigMap config) {
    return new AdaptConfig(
        config.modelName(),
        config.device(),
        config.concurrency(),
        config.integer("batchSize", DEFAULTS.batchSize()));
  }
}
