package org.metarec.meta.profile;

import java.util.List;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.UserPaths;

/** What the profile of one user says of the items of a model. Not thread-safe. */
public final class UserProfile implements ProfileValues {
  private final ServingModel model;
  private final int relations;
  private final int firstWeight;
  private final UserPaths paths;

  /**
   * @param userValues values of the user's features, positions in the model's list
   */
  public UserProfile(ServingModel model, List<Integer> userValues) {
    PriorShape shape = model.taste().prior().shape();
    this.model = model;
    this.relations = userValues.isEmpty() ? 0 : shape.profileRelations();
    this.firstWeight = shape.weightCount() - shape.profileRelations();
    this.paths = model.lifts().pathsOf(model.paths(), userValues);
  }

  /** Whether it says nothing of any item. */
  public boolean isEmpty() {
    return relations == 0;
  }

  @Override
  public float[] of(int relation, int[] items) {
    return isEmpty() ? new float[items.length] : trusted(items, paths.values(relation, items));
  }

  private float[] trusted(int[] items, float[] values) {
    for (int i = 0; i < items.length; i++) {
      values[i] *= ProfileValues.trust(model.taste().items().likes(items[i]));
    }
    return values;
  }

  /**
   * What it adds to the score of an item.
   *
   * @param weights the user's
   */
  public double part(int item, float[] weights) {
    double[] sum = new double[1];
    addTo(sum, new int[] {item}, weights);
    return sum[0];
  }

  /** Adds what it adds to the scores of some items. */
  public void addTo(double[] scores, int[] items, float[] weights) {
    for (int relation = 0; relation < relations; relation++) {
      float[] values = of(relation, items);
      for (int i = 0; i < items.length; i++) {
        scores[i] += (double) weights[firstWeight + relation] * values[i];
      }
    }
  }

  /** Adds what it adds to the score of each item of the index's base. */
  public void addParts(float[] weights, float[] scores) {
    if (isEmpty()) {
      return;
    }
    float[] likes = model.taste().items().likes();
    float[] parts = new float[likes.length];
    float[] factors = new float[relations];
    System.arraycopy(weights, firstWeight, factors, 0, relations);
    paths.addValues(factors, parts);
    for (int item = 0; item < parts.length; item++) {
      scores[item] += ProfileValues.trust(likes[item]) * parts[item];
    }
  }

  /** The greatest amount that a part, or the sum of some of its terms, can have. */
  public double greatest(float[] weights) {
    double greatest = 0;
    for (int relation = 0; relation < relations; relation++) {
      greatest += Math.abs(weights[firstWeight + relation]) * paths.greatestShared(relation);
    }
    return greatest;
  }
}
