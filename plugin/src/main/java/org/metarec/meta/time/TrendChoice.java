package org.metarec.meta.time;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.metarec.meta.feature.ItemAttributes;
import org.metarec.meta.popularity.ChoiceSet;
import org.metarec.meta.popularity.FadedLikes;
import org.metarec.meta.popularity.LikeHistory;
import org.metarec.meta.popularity.LikeRates;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.PrequentialScore;
import org.metarec.triple.Progress;

/**
 * Finds for how long lately is, and what lifts are worth by each relation: by how well they
 * foretell, beside the rates of items, what is liked next, see {@link TrendJudge}. Where none is
 * better than no trend by more than chance there is none.
 */
final class TrendChoice {
  private static final List<Double> MEMORIES = List.of(1 / 16.0, 1 / 32.0, 1 / 64.0);

  /** So long before a like its trend ends: what the same user liked just then is no trend. */
  private static final double GAP = 1 / 256.0;

  private static final double DEVIATION = 0.5;

  private final ItemAttributes attributes;
  private final LikeHistory history;
  private final FadedLikes likes;
  private final TrendJudge judge;
  private final List<ChoiceSet> cases;

  /**
   * @param cases to tell by, in the order of time
   */
  TrendChoice(ItemAttributes attributes, FadedLikes likes, List<ChoiceSet> cases) {
    this.attributes = attributes;
    this.history = likes.history();
    this.likes = likes;
    this.judge = new TrendJudge(attributes.relationCount(), DEVIATION, Double.POSITIVE_INFINITY);
    this.cases = cases;
  }

  /** None where there is too little to tell by. */
  AttributeTrends best(Progress progress) {
    List<Double> memories = memories();
    if (attributes.count() == 0 || memories.isEmpty() || judge.isUndecided(cases.size())) {
      return AttributeTrends.none(attributes);
    }
    int[] inTime = history.inTime(progress);
    List<double[]> offsets = cases.stream().map(this::logRates).toList();
    List<PrequentialScore<Supplier<AttributeTrends>>> fits = new ArrayList<>();
    for (double memory : memories) {
      List<Choice> choices = choices(memory, offsets, inTime, progress);
      if (fits.isEmpty()) {
        fits.add(judge.none(choices).as(() -> AttributeTrends.none(attributes)));
      }
      PrequentialScore<double[]> fitted = judge.fitted(choices);
      fits.add(fitted.as(() -> trends(memory, fitted.setting(), inTime, progress)));
    }
    return PrequentialScore.bestOrFirst(fits).get();
  }

  /** Shorter than that of the rates. */
  private List<Double> memories() {
    double least = history.shortestMemory();
    return MEMORIES.stream()
        .filter(memory -> memory >= least && 2 * memory <= likes.rates().memory())
        .toList();
  }

  /** How often the items of a case are liked, by what was known then. */
  private double[] logRates(ChoiceSet one) {
    return one.items().stream().mapToDouble(item -> likes.logRate(item, one.now())).toArray();
  }

  private List<Choice> choices(
      double memory, List<double[]> offsets, int[] inTime, Progress progress) {
    AttributeCounts counts = counts(memory);
    List<Choice> choices = new ArrayList<>();
    int next = 0;
    for (ChoiceSet one : cases) {
      progress.checkRunning();
      double then = one.now() - GAP;
      for (; next < inTime.length && history.moment(inTime[next]) < then; next++) {
        add(inTime[next], counts);
      }
      double[] lifts =
          one.items().stream()
              .flatMapToDouble(item -> DoubleStream.of(counts.lifts(item, then)))
              .toArray();
      choices.add(new Choice(offsets.get(choices.size()), lifts));
    }
    return choices;
  }

  private AttributeCounts counts(double memory) {
    return new AttributeCounts(attributes, new LikeRates(memory, 1), likes.rates());
  }

  private void add(int like, AttributeCounts counts) {
    counts.add(history.item(like), history.moment(like));
  }

  /** At the end of all likes. */
  private AttributeTrends trends(
      double memory, double[] coefficients, int[] inTime, Progress progress) {
    AttributeCounts counts = counts(memory);
    for (int like : inTime) {
      progress.checkRunning();
      add(like, counts);
    }
    float[] biases = new float[attributes.count()];
    for (int attribute = 0; attribute < biases.length; attribute++) {
      double worth = coefficients[attributes.relation(attribute)];
      biases[attribute] = (float) (worth * counts.lift(attribute, 1)) + 0f; // −0 becomes 0
    }
    return new AttributeTrends(attributes, biases);
  }
}
