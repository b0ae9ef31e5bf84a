package org.metarec.recommend;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.ScanKernel;
import org.metarec.recommend.reason.Connection;
import org.metarec.triple.Progress;

/**
 * Ranks items for a user. Ties are broken by the items' keys, so an answer is repeatable.
 * Immutable; as thread-safe as its {@link TieOrder}.
 */
public final class Recommender {
  /** Diversity chooses among so many items, however few are asked for: more begin as fewer do. */
  private static final int POOL = 1000;

  private static final int SHORT = 100;

  /** About so many items are looked at in a scan of all in the time that one takes alone. */
  private static final int SCAN_SPEED = 64;

  private static final ScanKernel KERNEL = Kernel.fastest().scan();

  private final ServingModel model;
  private final ScanSpaces spaces;
  private final TieOrder ties;
  private final Progress progress;

  /**
   * @param spaces shared by all requests, whatever the model
   * @param ties of the model's items
   * @param progress asked before each item whether to go on: with many the answer takes seconds
   */
  public Recommender(ServingModel model, ScanSpaces spaces, TieOrder ties, Progress progress) {
    this.model = model;
    this.spaces = spaces;
    this.ties = ties;
    this.progress = progress;
  }

  /**
   * The best items for a user.
   *
   * @param seen {@code int[]}: items the user interacted with, and the user's own
   * @param candidates only these; all items where empty
   */
  public List<Recommendation> recommend(
      UserScorer user, int[] seen, Optional<BitSet> candidates, RecommendConfig config) {
    int[] excluded = config.excludeSeen() ? seen : new int[0];
    int pool = config.diversity() > 0 ? pool(config.topK()) : config.topK();
    double minScore = config.minScore().orElse(Double.NEGATIVE_INFINITY);
    IntToDoubleFunction exact = // asked of many where scores hardly differ
        item -> {
          progress.checkRunning();
          return user.score(item);
        };
    List<Scored> best =
        candidates
            .filter(this::areFew)
            .map(few -> named(few, excluded, config))
            .map(items -> Scored.best(items, exact, minScore, pool, ties.order()))
            .orElseGet(
                () ->
                    spaces.with(
                        model.itemCount(),
                        space ->
                            firstLook(user, excluded, candidates, config, space)
                                .best(exact, minScore, pool, ties)));
    return chosen(best, config).stream().map(item -> recommendation(user, item, config)).toList();
  }

  private static int pool(int topK) {
    return topK <= SHORT ? POOL : topK + POOL;
  }

  private boolean areFew(BitSet candidates) {
    return (long) SCAN_SPEED * candidates.cardinality() < model.itemCount();
  }

  private IntStream named(BitSet candidates, int[] excluded, RecommendConfig config) {
    BitSet without = new BitSet(model.itemCount());
    IntStream.of(excluded).forEach(without::set);
    ItemTable items = model.taste().items();
    return candidates.stream()
        .filter(item -> !without.get(item) && (!config.newOnly() || items.isNew(item)));
  }

  private FirstLook firstLook(
      UserScorer user,
      int[] excluded,
      Optional<BitSet> candidates,
      RecommendConfig config,
      ScanSpace space) {
    float[] scores = space.scores();
    double error = user.scoreAll(KERNEL, scores, space.shares(model.itemCount()));
    for (int item : excluded) {
      scores[item] = Float.NEGATIVE_INFINITY;
    }
    candidates.ifPresent(only -> leave(only::get, scores));
    if (config.newOnly()) {
      leave(model.taste().items()::isNew, scores);
    }
    return new FirstLook(KERNEL, scores, model.itemCount(), error);
  }

  private void leave(IntPredicate kept, float[] scores) {
    for (int item = 0; item < model.itemCount(); item++) {
      if (!kept.test(item)) {
        scores[item] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  private List<Integer> chosen(List<Scored> best, RecommendConfig config) {
    List<Integer> items = best.stream().map(Scored::index).toList();
    if (config.diversity() == 0) {
      return items;
    }
    ItemTable table = model.taste().items();
    List<Double> scores = best.stream().map(Scored::score).toList();
    return new Diversity(table, config.diversity(), progress).choose(items, scores, config.topK());
  }

  private Recommendation recommendation(UserScorer user, int item, RecommendConfig config) {
    progress.checkRunning();
    List<Connection> connections =
        config.pathsPerItem() == 0 ? List.of() : user.reasons(item, config.pathsPerItem());
    return new Recommendation(item, user.contributions(item), connections);
  }
}
