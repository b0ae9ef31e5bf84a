package org.metarec.meta;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.eval.RankingMetrics;
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
 * How a model ranks items that users liked, by interactions that neither embeddings nor tastes were
 * learned from: each among other known items that the user has nothing to do with, by the score
 * that {@code recommend} ranks by, and by how many users liked each item.
 */
public final class HeldBackItems {
  /** HR@10 of the model: the share of held-back likes among the first ten. */
  public static final String HITS = "itemHitsAt10";

  /** HR@10 of a list that is the same for all users. */
  public static final String POPULARITY_HITS = "popularityHitsAt10";

  /** How many likes the two are of. */
  public static final String COUNT = "itemsHeldBack";

  /** Items that a held-back one competes with, where there are so many. */
  static final int OTHERS = 99;

  private final Interactions interactions;
  private final NodeFeatures userFeatures;
  private final Interactions heldBack;
  private final UserAdapter adapter;
  private final int[] popularity;
  private final int[] known;

  /**
   * @param split its training part was learned from
   */
  HeldBackItems(ServingModel model, InteractionSplit split, NodeFeatures userFeatures) {
    this.interactions = split.training();
    this.userFeatures = userFeatures;
    this.heldBack = split.heldBack();
    this.adapter = new UserAdapter(model);
    this.popularity = interactions.likesPerItem();
    this.known = interactions.knownItems().stream().toArray();
  }

  /** Both metrics and their count; none where no like was held back. */
  Map<String, Double> metrics(SplittableRandom random, Progress progress) {
    List<Double> ranks = new ArrayList<>();
    List<Double> byPopularity = new ArrayList<>();
    for (int user = 0; user < heldBack.userCount(); user++) {
      SortedMap<Integer, List<Like>> likes = likesBySize(user, random);
      for (int size : likes.keySet()) {
        progress.checkRunning();
        ItemWorth worth = worth(user, size); // which costs all items
        for (Like like : likes.get(size)) {
          ranks.add(like.rank(worth::of));
          byPopularity.add(like.rank(item -> popularity[item]));
        }
      }
    }
    return ranks.isEmpty()
        ? Map.of()
        : Map.of(
            HITS, hits(ranks),
            POPULARITY_HITS, hits(byPopularity),
            COUNT, (double) ranks.size());
  }

  /** A user's held-back likes, by how much the user had done by then. */
  private SortedMap<Integer, List<Like>> likesBySize(int user, SplittableRandom random) {
    SortedMap<Integer, List<Like>> likes = new TreeMap<>();
    int[] liked = liked(user);
    Set<Integer> own = liked.length == 0 ? Set.of() : own(user);
    for (int position : liked) {
      likes
          .computeIfAbsent(sizeBefore(user, position), size -> new ArrayList<>())
          .add(new Like(heldBack.item(user, position), others(own, random)));
    }
    return likes;
  }

  /** Positions of held-back likes before which the user had interacted with something. */
  private int[] liked(int user) {
    return IntStream.range(0, heldBack.size(user))
        .filter(position -> Interactions.liked(heldBack.rating(user, position)))
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
  private ItemWorth worth(int user, int size) {
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

  private static double hits(List<Double> ranks) {
    return RankingMetrics.hitsAt(10, ranks.stream().mapToDouble(rank -> rank).toArray());
  }

  /**
   * An item that was liked.
   *
   * @param others that it competes with
   */
  private record Like(int item, List<Integer> others) {

    /** From 1; of equal scores half count as better. */
    double rank(IntToDoubleFunction score) {
      double own = score.applyAsDouble(item);
      int better = 0;
      int equal = 0;
      for (int other : others) {
        double its = score.applyAsDouble(other);
        better += its > own ? 1 : 0;
        equal += its == own ? 1 : 0;
      }
      return RankingMetrics.rank(better, equal);
    }
  }
}
