package org.metarec.model.taste;

/**
 * How far new items are raised, or lowered, to rank as they deserve beside known ones: {@code ℓ + c
 * / √(n + 1)} for a user whose weights are adapted from n interactions, clicks for short. The more
 * is known of a user, the further known items stand apart, and the higher a new one must stand to
 * be among the best.
 *
 * @param cameSince ℓ of an item that came since the training, or that nobody had interacted with
 *     then and that had just come; its bias holds it
 * @param wasThere ℓ of one that had long been there, and that nobody had interacted with; likewise
 * @param slope c, not above 0; counts when a user is scored
 */
public record NewItemLevels(float cameSince, float wasThere, float slope) {

  /** Those of a prior. */
  public static NewItemLevels of(Prior prior) {
    float[] levels = prior.part(PriorPart.NEW_ITEM_LEVEL);
    return new NewItemLevels(levels[0], levels[1], levels[2]);
  }

  /** As the prior holds them. */
  public float[] toArray() {
    return new float[] {cameSince, wasThere, slope};
  }

  /** {@code 1 / √(n + 1)}: 1 of a user without clicks, and less and less. */
  public static double share(int clicks) {
    return 1 / Math.sqrt(clicks + 1.0);
  }

  /** What is added to the score of a new item, which its bias does not hold. */
  public double ofClicks(int clicks) {
    return slope * share(clicks);
  }
}
