package org.metarec.meta.rating;

import java.util.SplittableRandom;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;
import org.metarec.triple.time.Interactions;

/**
 * Factors of users and items, {@code r_ui = μ + b_i + b_u + ψ_iᵀ v_u + noise}, fitted in
 * alternation by variational Bayes; the two priors and the noise are fitted on the way, once the
 * factors have found a direction. Not thread-safe; after {@link #fit} it does not change.
 */
final class RatingFactorization {
  /** Number of factors; those that a small graph has no use for shrink to 0. */
  static final int WIDTH = 16;

  /** Chosen with the number of factors: docs/experiments/ratings.md. */
  private static final int SWEEPS = 12;

  /**
   * Sweeps before priors and noise are fitted. Fitted to a start by chance, they take for noise
   * what the factors have yet to explain, and where ratings are few no sweep brings it back.
   */
  private static final int FIRST_SWEEPS = 2;

  /** Spread of the items' factors at first: from 0 for all none would come away. */
  private static final double FIRST_SPREAD = 0.1;

  /** Variances of users' factors, items' factors and offsets in the first sweeps. */
  private static final double FIRST_USER_VARIANCE = 0.3;

  private static final double FIRST_ITEM_VARIANCE = 0.1;
  private static final double FIRST_OFFSET_VARIANCE = 0.3;

  /** σ² in the first sweeps, as a share of the variance of all ratings. */
  private static final double FIRST_NOISE_SHARE = 0.3;

  /** Ratings that are explained without rest must not be divided by 0. */
  private static final double LEAST_NOISE = 1e-3;

  private final RatingRows byUser;
  private final RatingRows byItem;
  private final FactorTable users;
  private final FactorTable items;
  private final RowPrior userPrior;
  private final RowPrior itemPrior;
  private double noise;

  /**
   * @param mean μ, on the scale 1 … 5
   * @param seed of the factors at first
   */
  RatingFactorization(
      Interactions interactions, NodeFeatures userFeatures, double mean, long seed) {
    this.byUser = RatingRows.of(interactions, mean);
    this.byItem = byUser.transposed();
    this.noise = Math.max(LEAST_NOISE, FIRST_NOISE_SHARE * byUser.meanSquare());
    this.users = new FactorTable(interactions.userCount(), WIDTH);
    this.items = new FactorTable(interactions.itemCount(), WIDTH);
    this.userPrior =
        new RowPrior(userFeatures, WIDTH + 1, FIRST_USER_VARIANCE, FIRST_OFFSET_VARIANCE);
    NodeFeatures none = NodeFeatures.none(interactions.itemCount());
    this.itemPrior = new RowPrior(none, WIDTH + 1, FIRST_ITEM_VARIANCE, FIRST_OFFSET_VARIANCE);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < items.rows().length; i++) {
      boolean isOffset = i % (WIDTH + 1) == WIDTH;
      items.rows()[i] = isOffset ? 0 : (float) (FIRST_SPREAD * random.nextGaussian());
    }
  }

  void fit(Workers workers, Progress progress) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      FactorSweep ofUsers = new FactorSweep(byUser, users, items, userPrior, noise);
      ofUsers.run(workers, progress);
      if (sweep >= FIRST_SWEEPS) {
        userPrior.fit(users, byUser, ofUsers.covarianceSum(), progress);
      }
      FactorSweep ofItems = new FactorSweep(byItem, items, users, itemPrior, noise);
      ofItems.run(workers, progress);
      if (sweep >= FIRST_SWEEPS) {
        itemPrior.fit(items, byItem, ofItems.covarianceSum(), progress);
        noise = Math.max(LEAST_NOISE, ofItems.squaredError() / byItem.size());
      }
      progress.report("factors of ratings", (sweep + 1.0) / SWEEPS);
    }
  }

  /** σ² of a rating. */
  double noise() {
    return noise;
  }

  FactorTable items() {
    return items;
  }

  int ratings(int item) {
    return byItem.size(item);
  }

  RowPrior userPrior() {
    return userPrior;
  }

  /** The expected row of an item: {@code double[width + 1]}. */
  double[] itemCentre() {
    return itemPrior.means();
  }
}
