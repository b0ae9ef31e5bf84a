package org.metarec.meta.inner;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.meta.profile.UserProfile;
import org.metarec.meta.regression.Choice;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.path.PathIndex;
import org.metarec.path.UserPaths;

/**
 * What items are worth to a user: to the softmax of the outer loop an item of score s is worth
 * {@code exp(s)}. Not thread-safe.
 */
public final class ItemWorth {
  private final ItemTable table;
  private final float[] weights;
  private final float[] pathParts; // of profiles too
  private final float[] pathPartsOfNew;

  /** Of items as they are known. */
  public ItemWorth(UserAdapter adapter, UserClicks user) {
    this(adapter, user, adapter.model().paths());
  }

  /**
   * Of items as they are known and as if they were new.
   *
   * @param pathsOfNew what a new item can have of the model's paths
   */
  public ItemWorth(UserAdapter adapter, UserClicks user, PathIndex pathsOfNew) {
    ServingModel model = adapter.model();
    this.table = model.taste().items();
    this.weights = adapter.adapt(user).values();
    this.pathParts = parts(model, user, model.paths());
    this.pathPartsOfNew = pathsOfNew == model.paths() ? pathParts : parts(model, user, pathsOfNew);
  }

  private float[] parts(ServingModel model, UserClicks user, PathIndex index) {
    float[] parts = new float[table.itemCount()];
    UserPaths paths = user.support().pathsIn(index);
    PathScale scale = new PathScale(model.taste().prior());
    paths.addValues(scale.factors(paths, weights), parts);
    new UserProfile(model, user.userValues()).addParts(weights, parts);
    return parts;
  }

  /** The score of a known item. */
  public double of(int item) {
    return table.bias(item) + table.dot(item, weights) + pathParts[item];
  }

  /**
   * {@code ln Σ exp(s)} of items as they are known.
   *
   * @param counts which of them count, none that the user has clicked
   * @return −∞ where none counts
   */
  public double logWorth(int[] items, IntPredicate counts) {
    return logWorth(items, counts, i -> of(items[i]));
  }

  /**
   * {@code ln Σ exp(s)} of items as if they were new.
   *
   * @param counts which of them count, none that the user has clicked
   * @param asNew vector and bias that each has then
   * @return −∞ where none counts
   */
  public double logWorthAsNew(int[] items, IntPredicate counts, float[][] asNew) {
    return logWorth(items, counts, i -> ofNewWithoutTaste(items[i], asNew[i]) + taste(asNew[i]));
  }

  /**
   * The part of a score that the vector of an item gives.
   *
   * @param row {@code float[width + 1]}: vector, then bias
   */
  public double taste(float[] row) {
    double taste = 0;
    for (int k = 0; k < table.width(); k++) {
      taste += (double) weights[k] * row[k];
    }
    return taste;
  }

  /** The other parts of the score of an item that is new. */
  public double ofNewWithoutTaste(int item, float[] row) {
    return row[table.width()] + pathPartsOfNew[item];
  }

  private static double logWorth(int[] items, IntPredicate counts, IntToDoubleFunction score) {
    return Choice.logSumExp(
        IntStream.range(0, items.length)
            .filter(i -> counts.test(items[i]))
            .mapToDouble(score)
            .toArray());
  }
}
