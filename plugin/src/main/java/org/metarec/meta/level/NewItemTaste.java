package org.metarec.meta.level;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.meta.inner.ItemWorth;
import org.metarec.meta.level.RecentLikes.Like;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.ConditionalLogit;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;

/**
 * How far the vectors of new items are to be trusted: τ, by which they are multiplied. The outer
 * loop takes items of all times for new ones, and items that have just come may be unlike these. So
 * τ is the factor, at most 1, by which the softmax best tells which of the items that had just come
 * each recent like was of; its prior is normal around 1 with a deviation of ½, so that few likes
 * change little.
 */
public final class NewItemTaste {
  private static final int MOST_LIKES = 512;
  private static final int RIVALS = 50;
  private static final ConditionalLogit FACTOR = new ConditionalLogit(new double[] {1}, 0.5);

  private final ItemsAsNew asNew;

  /**
   * @param asNew items as if they were new, at a factor of 1
   */
  public NewItemTaste(ItemsAsNew asNew) {
    this.asNew = asNew;
  }

  /**
   * τ, from 0 to 1; 1 where no like tells.
   *
   * @param known items
   */
  public double fitted(int[] known, RecentLikes likes, SplittableRandom random, Progress progress) {
    int[] recent = IntStream.of(known).filter(likes::hasJustCome).toArray();
    List<Choice> choices = new ArrayList<>();
    for (Like like : likes.some(MOST_LIKES, likes::hasJustCome, random)) {
      progress.checkRunning();
      int[] items = competing(recent, likes, like, random);
      choices.add(choice(asNew.worth(likes.before(like)), items));
    }
    return mostLikely(choices);
  }

  /** What was liked, then others that could have been. */
  private static int[] competing(
      int[] recent, RecentLikes likes, Like like, SplittableRandom random) {
    int liked = likes.item(like);
    int[] others =
        IntStream.of(recent).filter(item -> item != liked).filter(likes.mayBeLiked(like)).toArray();
    RandomOrder.shuffle(others, random);
    return IntStream.concat(IntStream.of(liked), IntStream.of(others).limit(RIVALS)).toArray();
  }

  /** Between items that had just come, of which the first was liked. */
  private Choice choice(ItemWorth worth, int[] items) {
    float[][] rows = asNew.rows(items);
    double[] rests = new double[items.length];
    double[] tastes = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      rests[i] = worth.ofNewWithoutTaste(items[i], rows[i]);
      tastes[i] = worth.taste(rows[i]);
    }
    return new Choice(rests, tastes);
  }

  static double mostLikely(List<Choice> choices) {
    double factor = FACTOR.mostLikely(choices)[0];
    return Math.max(0, Math.min(1, factor));
  }
}
