package org.metarec.meta.level;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.meta.inner.ItemWorth;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserClicks;
import org.metarec.meta.level.RecentLikes.Like;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.ConditionalLogit;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;

/**
 * How far new items are raised, or lowered, to rank as they deserve beside known ones. A task takes
 * all of its items for new or none, so the outer loss does not tell how the scores of the two
 * compare; and new ones lie close together, since little is known of them, while those at the top
 * are known.
 *
 * <p>Where nothing else tells, the level is that at which known items are worth as much together if
 * they are taken for new ({@link #alike}). Where the times of likes tell how much of what was liked
 * had just come, it is fitted to that ({@link #fitted}).
 */
public final class NewItemLevel {
  private static final int MOST_USERS = 512;
  private static final int MOST_LIKES = 512;

  private final ItemsAsNew asNew;

  public NewItemLevel(ItemsAsNew asNew) {
    this.asNew = asNew;
  }

  /**
   * {@code ln Σ_i exp(s_i) − ln Σ_i exp(s'_i)} of some users, s_i the score of a known item and
   * s'_i as if it were new, by the number of their clicks; 0 where there are no users or no items.
   */
  public LevelByClicks alike(
      int[] known, TaskSampler sampler, SplittableRandom random, Progress progress) {
    float[][] knownAsNew = asNew.rows(known);
    int[] users = sampler.users();
    RandomOrder.shuffle(users, random);
    return LevelByClicks.through(
        IntStream.of(users)
            .limit(MOST_USERS)
            .peek(user -> progress.checkRunning())
            .mapToObj(user -> alike(known, knownAsNew, sampler.draw(user, random)))
            .filter(sample -> Double.isFinite(sample.level())) // not of who clicked all items
            .toList());
  }

  private LevelByClicks.Sample alike(int[] known, float[][] knownAsNew, UserTask task) {
    SupportSet support = task.support();
    Set<Integer> clicked =
        IntStream.range(0, support.size()).mapToObj(support::item).collect(Collectors.toSet());
    ItemWorth worth = asNew.worth(new UserClicks(task.userValues(), support));
    double level =
        worth.logWorth(known, item -> !clicked.contains(item))
            - worth.logWorthAsNew(known, item -> !clicked.contains(item), knownAsNew);
    return new LevelByClicks.Sample(support.size(), level);
  }

  /**
   * The level by which the softmax best tells which of the recent likes were of items that had just
   * come. To it these are worth {@code e^ℓ N} together, N as if they were new at a level of 0 but
   * for the part that depends on the user's clicks, and the items that had long been there K, so
   * that ln N − ln K is the offset of a logistic regression with ℓ as its intercept, for which the
   * prior is normal around where it starts, with a deviation of 1: few likes say little.
   *
   * @param start what it is where no like tells
   * @param known items
   * @return ℓ of a user with many clicks
   */
  public double fitted(
      LevelByClicks start,
      int[] known,
      RecentLikes likes,
      SplittableRandom random,
      Progress progress) {
    int[] recent = IntStream.of(known).filter(likes::hasJustCome).toArray();
    int[] old = IntStream.of(known).filter(item -> !likes.hasJustCome(item)).toArray();
    float[][] recentAsNew = asNew.rows(recent);
    List<Choice> choices = new ArrayList<>();
    for (Like like : likes.some(MOST_LIKES, item -> true, random)) {
      progress.checkRunning();
      UserClicks user = likes.before(like);
      ItemWorth worth = asNew.worth(user);
      IntPredicate mayBeLiked = likes.mayBeLiked(like);
      double offset =
          worth.logWorthAsNew(recent, mayBeLiked, recentAsNew)
              + start.slope() * NewItemLevels.share(user.support().size())
              - worth.logWorth(old, mayBeLiked);
      if (Double.isFinite(offset)) {
        choices.add(choice(likes.hasJustCome(likes.item(like)), offset));
      }
    }
    return mostLikely(start.limit(), choices);
  }

  /**
   * Between items that had just come and those that had long been there.
   *
   * @param offset ln N − ln K
   */
  static Choice choice(boolean isOfRecent, double offset) {
    return isOfRecent
        ? new Choice(new double[] {offset, 0}, new double[] {1, 0})
        : new Choice(new double[] {0, offset}, new double[] {0, 1});
  }

  static double mostLikely(double start, List<Choice> choices) {
    return new ConditionalLogit(new double[] {start}, 1).mostLikely(choices)[0];
  }
}
