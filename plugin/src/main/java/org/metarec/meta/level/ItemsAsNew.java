package org.metarec.meta.level;

import java.util.function.Function;
import org.metarec.meta.inner.ItemWorth;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.path.PathIndex;

/** Known items as if they were new, by which it is learned how far to trust what is new. */
public final class ItemsAsNew {
  private final UserAdapter adapter;
  private final Function<int[], float[][]> rows;
  private final PathIndex paths;

  /**
   * @param model which has the rows of known items, and a level of 0
   * @param rows vectors and biases that items would have if they were new, at a level of 0
   * @param paths what a new item can have of the model's paths
   */
  public ItemsAsNew(ServingModel model, Function<int[], float[][]> rows, PathIndex paths) {
    this.adapter = new UserAdapter(model);
    this.rows = rows;
    this.paths = paths;
  }

  /** {@code float[items][width + 1]}: vectors and biases. */
  float[][] rows(int[] items) {
    return rows.apply(items);
  }

  /** What items are worth to a user, as they are known and as if they were new. */
  ItemWorth worth(UserClicks user) {
    return new ItemWorth(adapter, user, paths);
  }
}
