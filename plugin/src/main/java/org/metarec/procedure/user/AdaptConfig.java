package org.metarec.procedure.user;

import org.metarec.InvalidConfigException;
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
   * Taken where a call is refused anyhow. Of a call that is not, it gives the default of {@code
   * batchSize}; those of the keys that others share stand in {@link ConfigMap}.
   */
  static final AdaptConfig DEFAULTS = new AdaptConfig(ConfigMap.DEFAULT_MODEL, "auto", 1, 1000);

  AdaptConfig {
    var problems = new InvalidConfigException.Problems();
    problems.require(
        batchSize >= 1 && batchSize <= 100_000, "batchSize", batchSize, "must be 1 to 100000");
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
