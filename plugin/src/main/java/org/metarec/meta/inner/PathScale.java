package org.metarec.meta.inner;

import java.util.Arrays;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.path.UserPaths;

/**
 * How raw path values become features: {@code p_r = 3 e^{ρ_r} Σ_j c_rj K_r / (Σ_j c_rj + 3 softplus
 * κ_r)} of attributes that items share; direct links stay as they are. Immutable.
 */
public final class PathScale {
  /** Weight of a path feature of which nothing has been learned: what paths lead to is liked. */
  public static final float UNLEARNED = 0.3f;

  private final double[] scale;
  private final double[] shrinkage;
  private final int features;
  private final int firstWeight;

  public PathScale(Prior prior) {
    float[] logs = prior.part(PriorPart.PATH_SCALE);
    this.scale = new double[logs.length];
    this.shrinkage = new double[logs.length];
    this.features = prior.shape().pathFeatures();
    this.firstWeight = prior.shape().width() + 1;
    for (int r = 0; r < logs.length; r++) {
      scale[r] = 3 * Math.exp(logs[r]);
      shrinkage[r] = 3 * InnerObjective.softplus(prior.part(PriorPart.PATH_SHRINKAGE)[r]);
    }
  }

  /**
   * The factor of each path feature.
   *
   * @param paths from the user's clicks
   * @return {@code float[pathFeatures]}
   */
  public float[] factors(UserPaths paths) {
    float[] factors = new float[features];
    Arrays.fill(factors, 1);
    for (int r = 0; r < scale.length; r++) {
      factors[r] = (float) (scale[r] / (paths.totalWeight(r) + shrinkage[r]));
    }
    return factors;
  }

  /**
   * The same times what a user's weights make of each.
   *
   * @param weights {@code float[weightCount]}: those of paths follow on vector and constant
   */
  public float[] factors(UserPaths paths, float[] weights) {
    float[] factors = factors(paths);
    for (int f = 0; f < features; f++) {
      factors[f] *= weights[firstWeight + f];
    }
    return factors;
  }
}
