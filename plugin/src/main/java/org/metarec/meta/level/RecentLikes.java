package org.metarec.meta.level;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserClicks;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/**
 * What was liked in the last stretch of time, in which some items had just come. The likes with
 * which these came are left out: by them it is known that the items are there. The stretch is the
 * shortest of 1/64 of all interactions, 1/32 and 1/16 that has enough likes of such items, else
 * 1/8; only what follows the first such arrival counts. Nothing is recent where the times do not
 * tell. Immutable.
 */
public final class RecentLikes {
  private static final double SHORTEST = 1 / 64.0;
  private static final double LONGEST = 1 / 8.0;

  /** So many likes of items that had just come tell how many such likes there are. */
  private static final int ENOUGH = 100;

  private final Interactions interactions;
  private final NodeFeatures userFeatures;
  private final Progress progress;
  private final double begin;
  private final double firstArrival;

  private RecentLikes(
      Interactions interactions, NodeFeatures userFeatures, double stretch, Progress progress) {
    this.interactions = interactions;
    this.userFeatures = userFeatures;
    this.progress = progress;
    this.begin = interactions.arrivals().clock().momentOf(1 - stretch);
    this.firstArrival =
        IntStream.range(0, interactions.itemCount())
            .filter(this::hasJustCome)
            .mapToDouble(interactions.arrivals()::moment)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Chooses the stretch.
   *
   * @param progress asked for each user
   */
  public static RecentLikes of(
      Interactions interactions, NodeFeatures userFeatures, Progress progress) {
    RecentLikes recent = new RecentLikes(interactions, userFeatures, SHORTEST, progress);
    for (double stretch = 2 * SHORTEST; stretch <= LONGEST; stretch *= 2) {
      RecentLikes longer = new RecentLikes(interactions, userFeatures, stretch, progress);
      if (recent.ofItemsThatHadJustCome() >= ENOUGH || !longer.isTold()) {
        break;
      }
      recent = longer;
    }
    return recent;
  }

  private long ofItemsThatHadJustCome() {
    return likes().filter(like -> hasJustCome(item(like))).count();
  }

  /** Whether an item came in the stretch. */
  public boolean hasJustCome(int item) {
    return isTold() && interactions.arrivals().moment(item) >= begin;
  }

  private boolean isTold() {
    return begin > Double.NEGATIVE_INFINITY;
  }

  /** A user's like, by its position among all that the user interacted with. */
  record Like(int user, int position) {}

  /** Some of the likes of some items, each as likely as any other (reservoir sampling). */
  List<Like> some(int most, IntPredicate items, SplittableRandom random) {
    List<Like> some = new ArrayList<>();
    int seen = 0;
    Stream<Like> all = likes().filter(like -> items.test(item(like)));
    for (Like like : (Iterable<Like>) all::iterator) {
      int place = random.nextInt(++seen);
      if (some.size() < most) {
        some.add(like);
      } else if (place < most) {
        some.set(place, like);
      }
    }
    return some;
  }

  private Stream<Like> likes() {
    return IntStream.range(0, isTold() ? interactions.userCount() : 0)
        .peek(user -> progress.checkRunning())
        .boxed()
        .flatMap(
            user ->
                IntStream.range(0, interactions.size(user))
                    .filter(position -> isRecent(user, position))
                    .mapToObj(position -> new Like(user, position)));
  }

  private boolean isRecent(int user, int position) {
    double moment = interactions.moment(user, position);
    return moment > firstArrival
        && Interactions.liked(interactions.rating(user, position))
        && interactions.arrivals().moment(interactions.item(user, position)) < moment;
  }

  /** What was liked. */
  int item(Like like) {
    return interactions.item(like.user(), like.position());
  }

  /** What the user is adapted from who has come that far. */
  UserClicks before(Like like) {
    SupportSet support = SupportSet.before(interactions, like.user(), like.position());
    return new UserClicks(userFeatures.of(like.user()), support);
  }

  /** Whether an item could have been liked instead: it was there, and new to the user. */
  IntPredicate mayBeLiked(Like like) {
    BitSet before = new BitSet();
    IntStream.range(0, like.position())
        .forEach(position -> before.set(interactions.item(like.user(), position)));
    double moment = interactions.moment(like.user(), like.position());
    return item -> interactions.arrivals().moment(item) < moment && !before.get(item);
  }
}
