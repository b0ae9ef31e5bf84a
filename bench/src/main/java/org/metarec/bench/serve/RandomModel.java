package org.metarec.bench.serve;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.meta.inner.ItemMoments;
import org.metarec.meta.inner.SupportSet;
import org.metarec.model.ServingModel;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.ProfileLifts;
import org.metarec.triple.Progress;

/** A model as large as a real one, with relations as {@link FilmGraph} has; all numbers random. */
final class RandomModel {
  private static final int PATH_RELATIONS = 3;

  private RandomModel() {}

  /** Distinct items without ratings. */
  static SupportSet clicks(int count, int items, SplittableRandom random) {
    int[] clicked = random.ints(0, items).distinct().limit(count).toArray();
    float[] ratings = new float[count];
    Arrays.fill(ratings, Float.NaN);
    return new SupportSet(clicked, ratings);
  }

  static ServingModel of(int items, int width, SplittableRandom random) {
    PriorShape shape =
        new PriorShape(1, width, PATH_RELATIONS, PATH_RELATIONS, 0, 5, Head.STEPS, 0, 0, 0);
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
    return new ServingModel(taste, FilmGraph.paths(items, random), ProfileLifts.NONE);
  }

  private static float[] floats(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
