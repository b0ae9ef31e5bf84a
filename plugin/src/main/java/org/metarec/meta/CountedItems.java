package org.metarec.meta;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.meta.inner.ItemMoments;
import org.metarec.meta.task.ItemPool;
import org.metarec.model.taste.ItemTable;
import org.metarec.triple.Progress;

/**
 * The items that count together in the inner loop, see {@link ItemMoments}: the known ones, but in
 * a warm start only those that the model knew before it. With the others among them, what all users
 * adapt by would change while the prior is held, and old items would be forgotten. Immutable.
 */
public final class CountedItems {
  /** So many stand for all of them in a batch. */
  public static final int MOST_SAMPLED = 1024;

  private final int[] items;

  CountedItems(ItemFeatures features, int itemCount, Optional<LearnedBefore> before) {
    int[] known = IntStream.range(0, itemCount).filter(features::isKnown).toArray();
    int[] old =
        before
            .map(learned -> learned.state().knownItems())
            .map(items -> IntStream.of(known).filter(items::isKnown).toArray())
            .orElse(known);
    this.items = old.length == 0 ? known : old;
  }

  /** All of them, or, where they are many, as many as do for their mean. */
  List<Integer> sample(SplittableRandom random) {
    return ItemPool.of(items).some(MOST_SAMPLED, random);
  }

  /** M of all of them. */
  float[] moments(ItemTable table, Progress progress) {
    return ItemMoments.of(table, items, progress);
  }
}
