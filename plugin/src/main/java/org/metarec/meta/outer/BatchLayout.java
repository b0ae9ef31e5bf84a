package org.metarec.meta.outer;

import java.util.List;
import java.util.SplittableRandom;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.profile.ProfileCounts;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.UserTask;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;

/**
 * Lays out tasks as the arrays that a step of the outer loop is taken with.
 *
 * @param offsets what is learned of each item alone, which each step moves
 */
public record BatchLayout(
    LearningInput input,
    PriorShape shape,
    ItemFeatures features,
    ItemOffsets offsets,
    CountedItems counted,
    ProfileCounts profiles) {

  /** Items that stand for all that count; none where nothing is adapted. */
  public List<Integer> sample(SplittableRandom random) {
    return shape.adapts() ? counted.sample(random) : List.of();
  }

  /** Reads nothing that a step moves. */
  public MetaBatch batch(List<UserTask> tasks, List<Integer> sample) {
    return MetaBatch.of(
        tasks,
        task -> profiles.leftOut(task.user(), task.asNew(), features::likes),
        sample,
        task -> task.asNew() ? input.pathsOfNew() : input.paths(),
        shape);
  }

  /** A model that answers as the tasks are laid out. */
  public ServingModel serving(TasteModel taste) {
    return new ServingModel(taste, input.paths(), profiles.lifts());
  }

  public BatchFeatures features(MetaBatch batch, SplittableRandom random) {
    return new BatchFeatures(features, offsets, shape, batch.items(), random);
  }
}
