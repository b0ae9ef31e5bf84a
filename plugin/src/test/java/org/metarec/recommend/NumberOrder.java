package org.metarec.recommend;

import java.util.Comparator;
import java.util.List;
import org.metarec.model.ServingModel;
import org.metarec.triple.Progress;

/**
 * Of equal scores the lower number comes first, as where the numbers of items follow their keys.
 */
final class NumberOrder {
  private NumberOrder() {}

  static TieOrder of(int count) {
    return new TieOrder(List.of(count), Comparator.naturalOrder());
  }

  static Recommender recommender(ServingModel model, Progress progress) {
    return new Recommender(model, new ScanSpaces(), of(model.itemCount()), progress);
  }
}
