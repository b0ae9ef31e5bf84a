package org.metarec.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metarec.eval.FilteredRanking;
import org.metarec.eval.RankingMetrics;
import org.metarec.eval.RelationRanking;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/** Ranks the held-back triples, at intervals that keep the cost near a tenth of training. */
final class HeldBackCheck {
  /** The metric that tells which epoch, and which config, is the best: mean reciprocal rank. */
  static final String CHOSEN_BY = "mrr";

  /** Distances that one pair costs in training: one measured, and the gradient worth two. */
  private static final long DISTANCES_PER_PAIR = 3;

  /** The ranks of fewer triples say more of chance than of the epoch. */
  private static final int FEWEST_TO_CHOOSE_BY = 100;

  private final TripleSplit split;
  private final int interval;

  HeldBackCheck(TripleSplit split, RotatEConfig config) {
    this.split = split;
    Triples training = split.training();
    this.interval =
        interval(training.entityCount(), training.size(), split.heldBack().size(), config);
  }

  /** The part of a number of triples that is held back. */
  static double fraction(long triples, RotatEConfig config) {
    return Math.min(config.validationFraction(), (double) TripleSplit.MOST_HELD_BACK / triples);
  }

  /**
   * Epochs from one check to the next on a graph of some size; {@code Integer.MAX_VALUE}, so that
   * only the last epoch is checked, with fewer than 100 triples held back.
   */
  static int interval(long entities, long triples, double heldBack, RotatEConfig config) {
    if (heldBack < FEWEST_TO_CHOOSE_BY) {
      return Integer.MAX_VALUE;
    }
    double ofEpoch = (double) triples * (config.negativeSamples() + 1L) * DISTANCES_PER_PAIR;
    double ofCheck = 2.0 * heldBack * entities;
    return (int) Math.ceil(Math.max(1, 10 * ofCheck / ofEpoch));
  }

  /** Whether it is time after an epoch, counted from 1. */
  boolean isDue(int epoch, boolean isLast) {
    return split.heldBack().size() > 0 && (isLast || epoch % interval == 0);
  }

  /** The metrics of {@link TrainedRotatE}. */
  Map<String, Double> metrics(
      EntityTable entities, RelationPhases phases, Workers workers, Progress progress) {
    FilteredRanking ranking = new FilteredRanking(entities, phases, split.known());
    double[] ranks = ranking.ranks(split.heldBack(), workers, progress);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(CHOSEN_BY, RankingMetrics.meanReciprocalRank(ranks));
    metrics.put("hitsAt1", RankingMetrics.hitsAt(1, ranks));
    metrics.put("hitsAt3", RankingMetrics.hitsAt(3, ranks));
    metrics.put("hitsAt10", RankingMetrics.hitsAt(10, ranks));
    metrics.put("meanRank", RankingMetrics.meanRank(ranks));
    RelationRanking relations = new RelationRanking(entities, phases, split.known());
    double[] relationRanks = relations.ranks(split.heldBack(), workers, progress);
    metrics.put("relationMrr", RankingMetrics.meanReciprocalRank(relationRanks));
    return metrics;
  }
}
