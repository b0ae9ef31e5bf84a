package org.metarec.meta.inner;

import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;

/**
 * How raw path values become features: {@code p_r = 3 e^{ρ_r} Σ_j c_j K_r / (Σ_j c_j + 3 softplus
 * κ_r)}. Immutable.
 */
public final class PathScale {
  private final double[] scale;
  private final double[] shrinkage;

  public PathScale(Prior prior) {
    float[] logs = prior.part(PriorPart.PATH_SCALE);
    this.scale = new double[logs.length];
    this.shrinkage = new double[logs.length];
    for (int r = 0; r < logs.length; r++) {
      scale[r] = 3 * Math.exp(logs[r]);
      shrinkage[r] = 3 * InnerObjective.softplus(prior.part(PriorPart.PATH_SHRINKAGE)[r]);
    }
  }

  /**
   * The factor of each relation.
   *
   * @param totalWeight Σ c_j over the user's clicks
   * @return {@code float[pathRelations]}
   */
  public float[] factors(float totalWeight) {
    float[] factors = new float[scale.length];
    for (int r = 0; r < factors.length; r++) {
      factors[r] = (float) (scale[r] / (totalWeight + shrinkage[r]));
    }
    return factors;
  }
}
