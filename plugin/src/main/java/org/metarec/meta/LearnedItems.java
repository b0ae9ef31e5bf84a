package org.metarec.meta;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.heldback.RatingWeight;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.level.ItemsAsNew;
import org.metarec.meta.level.LevelByClicks;
import org.metarec.meta.level.NewItemLevel;
import org.metarec.meta.level.NewItemTaste;
import org.metarec.meta.level.RecentLikes;
import org.metarec.meta.level.YoungItems;
import org.metarec.meta.outer.BatchLayout;
import org.metarec.meta.outer.CountedItems;
import org.metarec.meta.outer.ItemOffsets;
import org.metarec.meta.task.ItemPool;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.time.Trends;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.triple.Progress;

/** The rows of all items, as they follow from what was learned. */
final class LearnedItems {
  private final LearningInput input;
  private final ItemFeatures features;
  private final ItemOffsets offsets;
  private final Trends trends;
  private final RecentLikes recent;
  private final int[] known;

  LearnedItems(BatchLayout layout, Trends trends, Progress progress) {
    this.input = layout.input();
    this.features = layout.features();
    this.offsets = layout.offsets();
    this.trends = trends;
    this.recent = RecentLikes.of(input.interactions(), input.userFeatures(), progress);
    this.known = input.interactions().knownItems().stream().toArray();
  }

  /**
   * Sets the rows of the known items, on which the level of the others depends.
   *
   * @param ratingWeight how much ratings count, see {@link RatingWeight}
   */
  void setKnown(ItemTable table, ItemVectors vectors, double ratingWeight, Progress progress) {
    for (int item = 0; item < input.itemCount(); item++) {
      progress.checkRunning();
      if (features.isKnown(item)) {
        float[] scored = known(item, vectors);
        scored[table.width()] += (float) ratingWeight * features.ratings().of(item);
        table.setRow(item, ItemTable.rowOf(scored, features.likes(item), features.year(item)));
      }
    }
  }

  /**
   * Sets the rows of the other items.
   *
   * @param vectors at the factor of new items and a level of 0
   * @param before the items of the model that a warm start goes on from; what it did not have has
   *     just come, and so has what is young ({@link YoungItems})
   */
  void setNew(
      ItemTable table,
      ItemVectors vectors,
      NewItemLevels levels,
      Optional<BitSet> before,
      Progress progress) {
    IntPredicate wasThere = before.<IntPredicate>map(items -> items::get).orElse(item -> true);
    YoungItems young = YoungItems.of(known, recent::hasJustCome, input.itemTimes());
    for (int item = 0; item < input.itemCount(); item++) {
      progress.checkRunning();
      if (!features.isKnown(item)) {
        float[] scored = asNew(item, vectors);
        boolean justCame = young.has(item) || !wasThere.test(item);
        scored[table.width()] += justCame ? levels.cameSince() : levels.wasThere();
        float likes = justCame ? ItemTable.CAME_SINCE : ItemTable.NOBODY;
        table.setRow(item, ItemTable.rowOf(scored, likes, features.year(item)));
      }
    }
  }

  private float[] known(int item, ItemVectors vectors) {
    float[] scored =
        vectors.ofKnown(
            features.earned(item),
            features.year(item),
            features.expectedLikes(item),
            features.embeddings().of(item),
            features.centredLogLikes(item));
    offsets.addTo(scored, item);
    scored[scored.length - 1] += trends.ofKnown(item);
    return scored;
  }

  /** Vector and bias that an item has, or would have, if it is new. */
  private float[] asNew(int item, ItemVectors vectors) {
    float[] scored =
        vectors.ofNew(
            features.content(item),
            features.earned(item),
            features.year(item),
            features.expectedLikes(item));
    scored[scored.length - 1] += trends.ofNew(item);
    return scored;
  }

  private ItemsAsNew itemsAsNew(ServingModel model, ItemVectors vectors) {
    return new ItemsAsNew(
        model,
        items -> IntStream.of(items).mapToObj(item -> asNew(item, vectors)).toArray(float[][]::new),
        input.pathsOfNew());
  }

  /**
   * How far the vectors of new items count, see {@link NewItemTaste}.
   *
   * @param model which has the rows of the known items
   * @param vectors at a factor of 1
   */
  double newItemTaste(
      ServingModel model, ItemVectors vectors, SplittableRandom random, Progress progress) {
    return new NewItemTaste(itemsAsNew(model, vectors)).fitted(known, recent, random, progress);
  }

  /**
   * The level of items that have just come is fitted to recent likes, not that of those that have
   * long been there without interactions: who knows for how long. Where likes last neither is below
   * 0 for users with many clicks: new items are at the beginning of their lives.
   *
   * @param model which has the rows of the known items, and levels of 0
   * @param vectors at the factor of new items
   */
  NewItemLevels newItemLevels(
      ServingModel model,
      ItemVectors vectors,
      TaskSampler tasks,
      SplittableRandom random,
      Progress progress) {
    List<Integer> some = ItemPool.of(known).some(CountedItems.MOST_SAMPLED, random);
    NewItemLevel level = new NewItemLevel(itemsAsNew(model, vectors));
    LevelByClicks alike =
        level.alike(some.stream().mapToInt(item -> item).toArray(), tasks, random, progress);
    double fitted = level.fitted(alike, known, recent, random, progress);
    double least = features.likeRates().likesFade() ? Double.NEGATIVE_INFINITY : 0;
    return new NewItemLevels(
        (float) Math.max(least, fitted),
        (float) Math.max(least, alike.limit()),
        (float) alike.slope());
  }
}
