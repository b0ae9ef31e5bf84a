package org.metarec.meta.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.meta.inner.SupportSet;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.RandomOrder;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

/**
 * Draws tasks from the interactions: where those have times, later liked items are asked for, else
 * any; liked well, where the user liked enough well. What is asked for competes with what was there
 * by then: an item that came later was not left aside. Tasks of new items ask for items of one
 * stretch of time against others of the same, since a new item competes with items as new as
 * itself. Immutable; all chance comes from the caller.
 */
public final class TaskSampler {
  /** No task adapts from more. */
  static final int SUPPORT = 60;

  /** No task asks for more. */
  static final int QUERY = 8;

  /** Items that a task's query competes with. */
  static final int OTHERS = 120;

  /** No task is of more items. */
  public static final int MOST_ITEMS = SUPPORT + QUERY + OTHERS;

  /** Half of the tasks have one of these support sizes: users with few clicks are the point. */
  private static final int[] SMALL_SUPPORTS = {0, 1, 2, 3, 5, 8, 13, 20, 30};

  private static final int MOST_RETRIES = 20;

  private final Interactions interactions;
  private final NodeFeatures userFeatures;
  private final ItemPools pools;
  private final SomeInteractions fresh;
  private final SomeInteractions preferred;
  private final IntToDoubleFunction shareOfPreferred;
  private final boolean usersHaveFew;

  public TaskSampler(Interactions interactions, NodeFeatures userFeatures, ItemTimes itemTimes) {
    this.fresh = SomeInteractions.ALL;
    this.preferred = SomeInteractions.ALL;
    this.shareOfPreferred = user -> 0;
    this.interactions = interactions;
    this.userFeatures = userFeatures;
    int[] known = interactions.knownItems().stream().toArray();
    this.pools = new ItemPools(known, itemTimes, interactions.arrivals());
    int users = interactions.knownUsers().cardinality();
    this.usersHaveFew = !interactions.isInTime() && interactions.size() < 2L * QUERY * users;
  }

  private TaskSampler(
      TaskSampler from,
      SomeInteractions fresh,
      SomeInteractions preferred,
      IntToDoubleFunction shareOfPreferred) {
    this.fresh = fresh;
    this.preferred = preferred;
    this.shareOfPreferred = shareOfPreferred;
    this.interactions = from.interactions;
    this.userFeatures = from.userFeatures;
    this.pools = from.pools;
    this.usersHaveFew = from.usersHaveFew;
  }

  /** The same, with tasks that ask only for some of what these ask for. */
  public TaskSampler asking(SomeInteractions some) {
    return new TaskSampler(this, fresh.and(some), preferred, shareOfPreferred);
  }

  /**
   * The same, but a share of each user's tasks asks only for some of what these ask for, if there
   * is any, and not for what was preferred before.
   */
  public TaskSampler preferring(SomeInteractions some, IntToDoubleFunction share) {
    return new TaskSampler(this, fresh, some, share);
  }

  /** Users from which a task can be drawn: those who liked something that can be asked for. */
  public int[] users() {
    return IntStream.range(0, interactions.userCount())
        .filter(user -> IntStream.range(0, interactions.size(user)).anyMatch(i -> mayAsk(user, i)))
        .toArray();
  }

  private boolean mayAsk(int user, int position) {
    return Interactions.liked(interactions.rating(user, position)) && fresh.has(user, position);
  }

  /**
   * Draws a task.
   *
   * @param user one of {@link #users}
   */
  public UserTask draw(int user, SplittableRandom random) {
    boolean asNew = random.nextBoolean();
    int[] order = order(user, random);
    int[] askable = askable(user, order, random);
    int from = interactions.isInTime() ? random.nextInt(askable.length) : 0;
    int[] liked = Arrays.copyOfRange(askable, from, askable.length);
    ItemPool rivals = rivals(user, liked, asNew, random);
    int[] query =
        Arrays.stream(liked)
            .filter(i -> rivals.contains(interactions.item(user, i)))
            .limit(mostAsked(user))
            .toArray();
    SupportSet support = support(user, before(order, liked[0], query), random);
    Set<Integer> own = itemsOf(user);
    return new UserTask(
        user,
        userFeatures.of(user),
        support,
        Arrays.stream(query).mapToObj(i -> interactions.item(user, i)).toList(),
        others(rivals, own, random),
        asNew);
  }

  /**
   * Nothing has come before where there is no order, so of few interactions some have to be left to
   * adapt from.
   */
  private int mostAsked(int user) {
    return usersHaveFew ? Math.min(QUERY, (interactions.size(user) + 1) / 2) : QUERY;
  }

  /**
   * The positions, in an order, that are asked for: all that may be, or what of it is preferred.
   */
  private int[] askable(int user, int[] order, SplittableRandom random) {
    int[] all = askable(user, order);
    double share = shareOfPreferred.applyAsDouble(user);
    if (share == 0 || random.nextDouble() >= share) {
      return all;
    }
    int[] some = Arrays.stream(all).filter(i -> preferred.has(user, i)).toArray();
    return some.length > 0 ? some : all;
  }

  /**
   * The positions, in an order, that may be asked for. Of a user who liked well as much as a query
   * holds, those liked less may not, unless nothing else may be.
   */
  private int[] askable(int user, int[] order) {
    int[] liked = Arrays.stream(order).filter(i -> mayAsk(user, i)).toArray();
    int[] well = Arrays.stream(liked).filter(i -> likedWell(user, i)).toArray();
    return well.length > 0 && likedEnoughWell(user) ? well : liked;
  }

  private boolean likedEnoughWell(int user) {
    return IntStream.range(0, interactions.size(user))
            .filter(i -> likedWell(user, i))
            .limit(QUERY)
            .count()
        == QUERY;
  }

  private boolean likedWell(int user, int position) {
    return Interactions.likedWell(interactions.rating(user, position));
  }

  /**
   * What competes with some of the liked items: what was there when one of the first was liked; in
   * tasks of new items, what is of the same time as one of all.
   */
  private ItemPool rivals(int user, int[] liked, boolean asNew, SplittableRandom random) {
    if (asNew) {
      return pools.around(interactions.item(user, liked[random.nextInt(liked.length)]), random);
    }
    if (!interactions.isInTime()) {
      return pools.all();
    }
    int asked = liked[random.nextInt(Math.min(QUERY, liked.length))];
    return pools.arrived(interactions.moment(user, asked));
  }

  /** Positions in time, or, where there are no times, in any order. */
  private int[] order(int user, SplittableRandom random) {
    int size = interactions.size(user);
    return interactions.isInTime()
        ? IntStream.range(0, size).toArray()
        : RandomOrder.of(size, random);
  }

  /**
   * What a user may be adapted from: all that is not asked for, where there are times only what
   * came before.
   *
   * @param firstLiked the position from which on something is asked for
   */
  private int[] before(int[] order, int firstLiked, int[] query) {
    if (interactions.isInTime()) {
      return Arrays.copyOf(order, firstLiked);
    }
    Set<Integer> asked = Arrays.stream(query).boxed().collect(Collectors.toSet());
    return Arrays.stream(order).filter(position -> !asked.contains(position)).toArray();
  }

  /** The latest of some positions. */
  private SupportSet support(int user, int[] before, SplittableRandom random) {
    int size = Math.min(before.length, SUPPORT);
    if (random.nextBoolean()) {
      size = Math.min(size, SMALL_SUPPORTS[random.nextInt(SMALL_SUPPORTS.length)]);
    }
    return SupportSet.of(
        interactions, user, Arrays.stream(before, before.length - size, before.length));
  }

  private Set<Integer> itemsOf(int user) {
    return interactions.items(user).boxed().collect(Collectors.toSet());
  }

  /** Items of a pool that are none of the user's own, unless the user has nearly all of them. */
  private static List<Integer> others(ItemPool pool, Set<Integer> own, SplittableRandom random) {
    List<Integer> others = new ArrayList<>(OTHERS);
    for (int i = 0; i < OTHERS; i++) {
      int item = pool.draw(random);
      for (int retry = 0; own.contains(item) && retry < MOST_RETRIES; retry++) {
        item = pool.draw(random);
      }
      others.add(item);
    }
    return others;
  }
}
