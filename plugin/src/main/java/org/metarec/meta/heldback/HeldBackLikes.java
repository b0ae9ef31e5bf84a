package org.metarec.meta.heldback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.meta.inner.ItemWorth;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;

/**
 * Likes that neither embeddings nor tastes were learned from, of users who had interacted with
 * something before: each among other known items that the user has nothing to do with.
 */
final class HeldBackLikes {
  /** Items that a held-back one competes with, where there are so many. */
  static final int OTHERS = 99;

  private final Interactions interactions;
  private final NodeFeatures userFeatures;
  private final Interactions heldBack;
  private final Predicate<Float> isLike;
  private final int[] known;

  /**
   * @param split its training part was learned from
   * @param isLike tells likes by their rating, NaN for a click
   */
  HeldBackLikes(InteractionSplit split, NodeFeatures userFeatures, Predicate<Float> isLike) {
    this.interactions = split.training();
    this.userFeatures = userFeatures;
    this.heldBack = split.heldBack();
    this.isLike = isLike;
    this.known = interactions.knownItems().stream().toArray();
  }

  /** Each with what items were worth to its user then, adapted from all that was earlier. */
  void forEach(
      ServingModel model,
      SplittableRandom random,
      Progress progress,
      BiConsumer<HeldBackLike, ItemWorth> action) {
    UserAdapter adapter = new UserAdapter(model);
    for (int user = 0; user < heldBack.userCount(); user++) {
      SortedMap<Integer, List<HeldBackLike>> likes = likesBySize(user, random);
      for (int size : likes.keySet()) {
        progress.checkRunning();
        ItemWorth worth = worth(adapter, user, size); // which costs all items
        likes.get(size).forEach(like -> action.accept(like, worth));
      }
    }
  }

  /** A user's, by how much the user had done by then. */
  private SortedMap<Integer, List<HeldBackLike>> likesBySize(int user, SplittableRandom random) {
    SortedMap<Integer, List<HeldBackLike>> likes = new TreeMap<>();
    int[] liked = liked(user);
    Set<Integer> own = liked.length == 0 ? Set.of() : own(user);
    for (int position : liked) {
      likes
          .computeIfAbsent(sizeBefore(user, position), size -> new ArrayList<>())
          .add(new HeldBackLike(heldBack.item(user, position), others(own, random)));
    }
    return likes;
  }

  /** Positions of held-back likes before which the user had interacted with something. */
  private int[] liked(int user) {
    return IntStream.range(0, heldBack.size(user))
        .filter(position -> isLike.test(heldBack.rating(user, position)))
        .filter(position -> sizeBefore(user, position) > 0)
        .toArray();
  }

  /** How much the user had done by then; all, where times are unknown. */
  private int sizeBefore(int user, int position) {
    int size = interactions.size(user);
    if (heldBack.hasMoment(user, position)) {
      double moment = heldBack.moment(user, position);
      while (size > 0 && interactions.moment(user, size - 1) > moment) {
        size--;
      }
    }
    return size;
  }

  /** Adapted from the first interactions. */
  private ItemWorth worth(UserAdapter adapter, int user, int size) {
    SupportSet support = SupportSet.before(interactions, user, size);
    return new ItemWorth(adapter, new UserClicks(userFeatures.of(user), support));
  }

  /** All of them known. */
  private Set<Integer> own(int user) {
    return IntStream.concat(interactions.items(user), heldBack.items(user))
        .boxed()
        .collect(Collectors.toSet());
  }

  private List<Integer> others(Set<Integer> own, SplittableRandom random) {
    int wanted = Math.min(OTHERS, known.length - own.size());
    Set<Integer> others = new LinkedHashSet<>();
    while (others.size() < wanted) {
      int item = known[random.nextInt(known.length)];
      if (!own.contains(item)) {
        others.add(item);
      }
    }
    return List.copyOf(others);
  }
}
