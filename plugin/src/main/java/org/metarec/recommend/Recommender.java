package org.metarec.recommend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.metarec.model.ItemTable;
import org.metarec.model.ServingModel;

/**
 * Ranks items for a user. Ties are broken by the items' order, which is that of their keys, so an
 * answer is repeatable. Immutable, shared between threads; a call scores every candidate.
 */
public final class Recommender {
  /** Diversity chooses among so many times the items asked for. */
  private static final int POOL = 10;

  private final ServingModel model;

  public Recommender(ServingModel model) {
    this.model = model;
  }

  /**
   * The best items for a user.
   *
   * @param seen items the user interacted with
   * @param candidates only these, each once; all items where empty
   */
  public List<Recommendation> recommend(
      UserScorer user,
      Set<Integer> seen,
      Optional<Set<Integer>> candidates,
      RecommendConfig config) {
    Set<Integer> excluded = config.excludeSeen() ? seen : Set.of();
    int pool = config.diversity() > 0 ? POOL * config.topK() : config.topK();
    IntStream wanted =
        candidates(candidates)
            .filter(item -> !excluded.contains(item))
            .filter(item -> !config.newOnly() || model.taste().items().isNew(item));
    double minScore = config.minScore().orElse(Double.NEGATIVE_INFINITY);
    List<Scored> best = Scored.best(wanted, user::score, minScore, pool);
    return chosen(best, config).stream().map(item -> recommendation(user, item, config)).toList();
  }

  private IntStream candidates(Optional<Set<Integer>> candidates) {
    return candidates
        .map(items -> items.stream().mapToInt(Integer::intValue))
        .orElse(IntStream.range(0, model.itemCount()));
  }

  private List<Integer> chosen(List<Scored> best, RecommendConfig config) {
    List<Integer> items = best.stream().map(Scored::index).toList();
    if (config.diversity() == 0) {
      return items;
    }
    ItemTable table = model.taste().items();
    List<Double> scores = best.stream().map(Scored::score).toList();
    return new Diversity(table, config.diversity()).choose(items, scores, config.topK());
  }

  private static Recommendation recommendation(UserScorer user, int item, RecommendConfig config) {
    List<Connection> connections =
        config.pathsPerItem() == 0
            ? List.of()
            : user.connections(item).stream().limit(config.pathsPerItem()).toList();
    return new Recommendation(item, user.contributions(item), connections);
  }
}
