package org.metarec.meta.heldback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.metarec.eval.RankingMetrics;
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

  private final ServingModel model;
  private final HeldBackLikes likes;
  private final int[] popularity;

  /**
   * @param split its training part was learned from
   */
  public HeldBackItems(ServingModel model, InteractionSplit split, NodeFeatures userFeatures) {
    this.model = model;
    this.likes = new HeldBackLikes(split, userFeatures, Interactions::liked);
    this.popularity = split.training().likesPerItem();
  }

  /** Both metrics and their count; none where no like was held back. */
  public Map<String, Double> metrics(SplittableRandom random, Progress progress) {
    List<Double> ranks = new ArrayList<>();
    List<Double> byPopularity = new ArrayList<>();
    likes.forEach(
        model,
        random,
        progress,
        (like, worth) -> {
          ranks.add(like.rank(worth::of));
          byPopularity.add(like.rank(item -> popularity[item]));
        });
    return ranks.isEmpty()
        ? Map.of()
        : Map.of(
            HITS, hits(ranks),
            POPULARITY_HITS, hits(byPopularity),
            COUNT, (double) ranks.size());
  }

  private static double hits(List<Double> ranks) {
    return RankingMetrics.hitsAt(10, ranks.stream().mapToDouble(rank -> rank).toArray());
  }
}
