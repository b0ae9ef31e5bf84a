package org.metarec.meta.config;

import org.metarec.InvalidConfigException;

/**
 * Whether a training goes on from the live model; all of it is written into the model's provenance.
 *
 * @param warmStart false: it starts anew
 * @param ewcWeight λ of elastic weight consolidation: a larger one lets the prior forget less, 0
 *     lets it go where the new interactions want it
 */
public record WarmStartConfig(boolean warmStart, double ewcWeight) {

  /** The one place where the defaults stand. */
  public static final WarmStartConfig DEFAULTS = new WarmStartConfig(false, 10_000);

  public WarmStartConfig {
    var problems = new InvalidConfigException.Problems();
    problems.require(
        ewcWeight >= 0 && ewcWeight <= 1e9, "ewcWeight", ewcWeight, "must be 0 to 1000000000");
    problems.throwIfAny();
  }
}
