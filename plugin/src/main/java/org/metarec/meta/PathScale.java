package org.metarec.meta;

import org.metarec.model.Prior;
import org.metarec.model.PriorPart;

/**
 * How raw path values become features: {@code p_r = 3 e^{ρ_r} Σ_j c_j K_r / (Σ_j c_j + 3 softplus
 * κ_r)}.
 */
public final class PathScale {
  private PathScale() {}

  /**
   * The factor of each relation.
   *
   * @param totalWeight Σ c_j over the user's clicks
   * @return {@code float[pathRelations]}
   */
  public static float[] factors(Prior prior, float totalWeight) {
    float[] scale = prior.part(PriorPart.PATH_SCALE);
    float[] shrinkage = prior.part(PriorPart.PATH_SHRINKAGE);
    float[] factors = new float[scale.length];
    for (int r = 0; r < factors.length; r++) {
      double shrunk = totalWeight + 3 * InnerObjective.softplus(shrinkage[r]);
      factors[r] = (float) (3 * Math.exp(scale[r]) / shrunk);
    }
    return factors;
  }
}
