package org.metarec.meta;

import java.util.Optional;
import java.util.SplittableRandom;
import org.metarec.meta.config.RandomStream;
import org.metarec.meta.heldback.RatingWeight;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.outer.BatchLayout;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.time.Trends;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.triple.Progress;

/**
 * Completes a prior, when all its steps have been taken, to a model of tastes: by how much ratings
 * count in the rows of the known items, how far the vectors of new ones count, how high these lie,
 * and their rows.
 */
final class TasteCompletion {
  private final BatchLayout layout;
  private final Trends trends;
  private final TaskSampler tasks;
  private final RatingScale ratings;
  private final long seed;

  /**
   * @param trends what known and new items get beside their vectors
   * @param ratings range of the ratings in the graph
   */
  TasteCompletion(
      BatchLayout layout, Trends trends, TaskSampler tasks, RatingScale ratings, long seed) {
    this.layout = layout;
    this.trends = trends;
    this.tasks = tasks;
    this.ratings = ratings;
    this.seed = seed;
  }

  /**
   * The whole model.
   *
   * @param before what a warm start goes on from
   */
  TasteModel of(Prior learned, Optional<LearnedBefore> before, Progress progress) {
    LearnedItems rows = new LearnedItems(layout, trends, progress);
    ItemTable table = new ItemTable(layout.shape().width(), layout.input().itemCount());
    ItemVectors vectors = new ItemVectors(learned);
    float ratingWeight =
        before
            .map(then -> then.prior().number(PriorPart.RATING_WEIGHT))
            .orElseGet(() -> ratingWeight(learned, rows, table, progress));
    rows.setKnown(table, vectors, ratingWeight, progress);
    Prior known =
        withMoments(learned, table, progress)
            .with(PriorPart.RATING_WEIGHT, new float[] {ratingWeight});
    ServingModel model = layout.serving(taste(known, table));
    SplittableRandom ofTaste = RandomStream.NEW_ITEM_TASTE.of(seed);
    float factor = (float) rows.newItemTaste(model, vectors, ofTaste, progress);
    Prior trusting = known.with(PriorPart.NEW_ITEM_TASTE, new float[] {factor});
    ItemVectors trusted = new ItemVectors(trusting);
    SplittableRandom ofLevels = RandomStream.NEW_ITEM_LEVEL.of(seed);
    NewItemLevels levels = rows.newItemLevels(model, trusted, tasks, ofLevels, progress);
    rows.setNew(table, trusted, levels, before.map(LearnedBefore::items), progress);
    return taste(trusting.with(PriorPart.NEW_ITEM_LEVEL, levels.toArray()), table);
  }

  /** By the rows of the known items as they are where ratings do not count. */
  private float ratingWeight(Prior learned, LearnedItems rows, ItemTable table, Progress progress) {
    LearningInput input = layout.input();
    RatingWeight weight =
        new RatingWeight(layout.features().ratings(), input.split(), input.userFeatures());
    if (!weight.canBeTold()) {
      return 0;
    }
    rows.setKnown(table, new ItemVectors(learned), 0, progress);
    ServingModel byChoice = layout.serving(taste(withMoments(learned, table, progress), table));
    return (float) weight.fitted(byChoice, RandomStream.RATING_WEIGHT.of(seed), progress);
  }

  private Prior withMoments(Prior prior, ItemTable table, Progress progress) {
    return prior.with(PriorPart.ITEM_MOMENTS, layout.counted().moments(table, progress));
  }

  private TasteModel taste(Prior prior, ItemTable table) {
    return new TasteModel(prior, table, layout.input().userFeatures().values(), ratings);
  }
}
