package org.metarec.bench.serve;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.meta.inner.ItemMoments;
import org.metarec.meta.inner.SupportSet;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.PathIndex;
import org.metarec.path.ProfileLifts;
import org.metarec.triple.Progress;

/** A model as large as a real one, with relations as {@link FilmGraph} has; all numbers random. */
final class RandomModel {
  /** Values of a user's features. */
  static final List<Integer> USER_VALUES = List.of(0, 1, 2, 3);

  private static final int PATH_RELATIONS = 3;

  private RandomModel() {}

  /** Distinct items without ratings. */
  static SupportSet clicks(int count, int items, SplittableRandom random) {
    int[] clicked = random.ints(0, items).distinct().limit(count).toArray();
    float[] ratings = new float[count];
    Arrays.fill(ratings, Float.NaN);
    return new SupportSet(clicked, ratings, new double[count]);
  }

  static ServingModel of(int items, int width, SplittableRandom random) {
    return of(items, width, 0, random);
  }

  /**
   * @param lifts of each relation and each of {@link #USER_VALUES}; 0 where users have no features
   */
  static ServingModel of(int items, int width, int lifts, SplittableRandom random) {
    int userValues = lifts == 0 ? 0 : USER_VALUES.size();
    PriorShape shape =
        new PriorShape(
            1,
            width,
            PATH_RELATIONS,
            PATH_RELATIONS,
            false,
            userValues,
            5,
            InnerSolver.STEPS,
            0,
            0);
    Prior prior = new Prior(shape, part -> floats(part.length(shape), random));
    Arrays.fill(prior.part(PriorPart.STEP_RATE), -2.3f); // ln .1
    ItemTable table = new ItemTable(width, items);
    for (int item = 0; item < items; item++) {
      table.setRow(item, floats(ItemTable.rowLength(width), random));
    }
    float[] moments = ItemMoments.of(table, IntStream.range(0, items).toArray(), Progress.NONE);
    TasteModel taste =
        new TasteModel(
            prior.with(PriorPart.ITEM_MOMENTS, moments), table, List.of(), RatingScale.NONE);
    PathIndex paths = FilmGraph.paths(items, random);
    return new ServingModel(taste, paths, lifts(paths, userValues, lifts, random));
  }

  private static ProfileLifts lifts(
      PathIndex paths, int userValues, int count, SplittableRandom random) {
    ProfileLifts.Builder lifts = new ProfileLifts.Builder(PATH_RELATIONS, userValues);
    for (int relation = 0; relation < PATH_RELATIONS; relation++) {
      int attributes = paths.relation(relation).items().sourceCount();
      for (int value = 0; value < userValues; value++) {
        for (int attribute : random.ints(count, 0, attributes).distinct().toArray()) {
          lifts.add(relation, value, attribute, (float) random.nextGaussian());
        }
      }
    }
    return lifts.build();
  }

  private static float[] floats(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
