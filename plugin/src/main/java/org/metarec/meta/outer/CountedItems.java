package org.metarec.meta.outer;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.inner.ItemMoments;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.task.ItemPool;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.PriorPart;
import org.metarec.triple.Progress;

/**
 * The items that count together in the inner loop, see {@link ItemMoments}: the known ones, but in
 * a warm start only those that the model knew before it, and M stays as it was. Else the term that
 * all users share would shift while the prior is held in place, and old items would be forgotten.
 * Immutable.
 */
public final class CountedItems {
  /** So many stand for all of them in a batch. */
  public static final int MOST_SAMPLED = 1024;

  private final int[] items;
  private final Optional<float[]> kept;

  public CountedItems(ItemFeatures features, int itemCount, Optional<LearnedBefore> learned) {
    Optional<LearnedBefore> knewItems = // of which some are still there
        learned.filter(before -> before.state().itemOffsets().size() > 0);
    IntPredicate counts =
        knewItems
            .<IntPredicate>map(before -> before.state().itemOffsets()::has)
            .orElse(features::isKnown);
    this.items = IntStream.range(0, itemCount).filter(counts).toArray();
    this.kept = knewItems.map(before -> before.prior().part(PriorPart.ITEM_MOMENTS));
  }

  /** All of them, or, where they are many, as many as do for their mean. */
  List<Integer> sample(SplittableRandom random) {
    return ItemPool.of(items).some(MOST_SAMPLED, random);
  }

  /** M: in a warm start that of before, else that of these items. */
  public float[] moments(ItemTable table, Progress progress) {
    return kept.orElseGet(() -> ItemMoments.of(table, items, progress));
  }
}
