package org.metarec.meta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.triple.Interactions;
import org.metarec.triple.NodeFeatures;

/** Draws tasks from the interactions. Immutable; all chance comes from the caller. */
final class TaskSampler {
  /** No task adapts from more. */
  static final int SUPPORT = 60;

  /** Items sampled for the inner loop. */
  static final int SAMPLED = 30;

  /** No task asks for more. */
  static final int QUERY = 8;

  /** Items sampled for the outer loss. */
  static final int OTHERS = 60;

  /** Half of the tasks have one of these support sizes: users with few clicks are the point. */
  private static final int[] SMALL_SUPPORTS = {0, 1, 2, 3, 5, 8, 13, 20, 30};

  private static final int MOST_RETRIES = 20;

  private final Interactions interactions;
  private final NodeFeatures userFeatures;
  private final int[] knownItems;

  TaskSampler(Interactions interactions, NodeFeatures userFeatures) {
    this.interactions = interactions;
    this.userFeatures = userFeatures;
    int[] users = interactions.usersPerItem();
    this.knownItems = IntStream.range(0, users.length).filter(i -> users[i] > 0).toArray();
  }

  /** Users from which a task can be drawn: those who liked something. */
  int[] users() {
    return IntStream.range(0, interactions.userCount())
        .filter(
            user ->
                IntStream.range(0, interactions.size(user))
                    .anyMatch(i -> Interactions.liked(interactions.rating(user, i))))
        .toArray();
  }

  /** Draws a task; its query is empty if nothing after the split was liked. */
  UserTask draw(int user, SplittableRandom random) {
    int split = random.nextInt(interactions.size(user));
    SupportSet support = supportBefore(user, split, random);
    Set<Integer> own = new HashSet<>();
    for (int i = 0; i < interactions.size(user); i++) {
      own.add(interactions.item(user, i));
    }
    return new UserTask(
        userFeatures.of(user),
        support,
        support.size() == 0 ? List.of() : others(SAMPLED, own, random),
        queryAfter(user, split),
        others(OTHERS, own, random),
        random.nextBoolean());
  }

  private SupportSet supportBefore(int user, int split, SplittableRandom random) {
    int size = Math.min(split, SUPPORT);
    if (random.nextBoolean()) {
      size = Math.min(size, SMALL_SUPPORTS[random.nextInt(SMALL_SUPPORTS.length)]);
    }
    int[] items = new int[size];
    float[] ratings = new float[size];
    for (int i = 0; i < size; i++) {
      items[i] = interactions.item(user, split - size + i);
      ratings[i] = interactions.rating(user, split - size + i);
    }
    return new SupportSet(items, ratings);
  }

  private List<Integer> queryAfter(int user, int split) {
    return IntStream.range(split, interactions.size(user))
        .filter(i -> Interactions.liked(interactions.rating(user, i)))
        .mapToObj(i -> interactions.item(user, i))
        .limit(QUERY)
        .toList();
  }

  /** Known items that are none of the user's own, unless the user has nearly all of them. */
  private List<Integer> others(int count, Set<Integer> own, SplittableRandom random) {
    List<Integer> others = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int item = knownItems[random.nextInt(knownItems.length)];
      for (int retry = 0; own.contains(item) && retry < MOST_RETRIES; retry++) {
        item = knownItems[random.nextInt(knownItems.length)];
      }
      others.add(item);
    }
    return others;
  }
}
