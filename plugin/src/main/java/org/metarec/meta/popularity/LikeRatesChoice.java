package org.metarec.meta.popularity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.meta.regression.PrequentialScore;
import org.metarec.triple.Progress;

/**
 * Finds how often items are liked: by how well the likes until each moment foretell what is liked
 * next, see {@link PrequentialScore}.
 *
 * <p>Of the later half of all likes some are drawn. What was liked competes with items drawn from
 * all that were there, each as likely as its rate by then. Each memory is taken with the shape that
 * is best for it, and of the memories that are about as good as the best the longest: where likes
 * last nothing should be forgotten by chance. There the shape is 1 after all: a small one promises
 * too much to what has just come. Which likes are drawn is the same whatever the seed of a
 * training, so that how long likes last is, too.
 */
final class LikeRatesChoice {
  private static final double MOST_SHAPE = 1024; // all items are liked alike
  private static final double LEAST_SHAPE = 1 / 64.0;

  private final LikeHistory history;
  private final List<ChoiceSet> cases;

  LikeRatesChoice(LikeHistory history) {
    this.history = history;
    this.cases = ChoiceSet.some(history);
  }

  /** Lasting ones where there is too little to tell by. */
  LikeRates best(Progress progress) {
    List<PrequentialScore<LikeRates>> fits = new ArrayList<>();
    for (double memory : memories()) {
      progress.checkRunning();
      FadedLikes likes = new FadedLikes(history, new LikeRates(memory, 1));
      if (cases.isEmpty() || !likes.tellRates()) {
        break; // nor does a shorter one leave anything to tell by
      }
      fits.add(fit(memory, likes));
    }
    if (fits.isEmpty()) {
      return LikeRates.LASTING;
    }
    LikeRates longest = PrequentialScore.firstAsGood(fits);
    return longest.likesFade() ? longest : LikeRates.LASTING;
  }

  /** From the longest on. */
  private List<Double> memories() {
    List<Double> memories = new ArrayList<>(List.of(Double.POSITIVE_INFINITY));
    double least = history.shortestMemory();
    for (double memory = 0.5; memory >= least; memory /= 2) {
      memories.add(memory);
    }
    return memories;
  }

  /** With the best shape. */
  private PrequentialScore<LikeRates> fit(double memory, FadedLikes faded) {
    List<double[]> likes = new ArrayList<>();
    List<double[]> exposures = new ArrayList<>();
    for (ChoiceSet one : cases) {
      likes.add(of(one, item -> faded.sinceFirst(item, one.now())));
      exposures.add(of(one, item -> faded.exposure(item, one.now())));
    }
    List<PrequentialScore<LikeRates>> fits = new ArrayList<>();
    for (double shape = MOST_SHAPE; shape >= LEAST_SHAPE; shape /= 2) {
      LikeRates rates = new LikeRates(memory, shape);
      fits.add(
          new PrequentialScore<>(
              rates,
              IntStream.range(0, cases.size())
                  .mapToObj(i -> logLikelihood(rates, likes.get(i), exposures.get(i), faded.mean()))
                  .toList()));
    }
    return PrequentialScore.best(fits);
  }

  private static double[] of(ChoiceSet one, IntToDoubleFunction number) {
    return one.items().stream().mapToDouble(number::applyAsDouble).toArray();
  }

  private static double logLikelihood(
      LikeRates rates, double[] likes, double[] exposures, double mean) {
    double sum = 0;
    for (int item = 0; item < likes.length; item++) {
      sum += rates.rate(likes[item], exposures[item], mean);
    }
    return Math.log(rates.rate(likes[0], exposures[0], mean) / sum);
  }
}
