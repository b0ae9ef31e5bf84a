package org.metarec.train;

import java.util.List;
import java.util.function.BiFunction;
import org.metarec.triple.Progress;

/**
 * A training by settings that were tried among others, because the size of the graph does not tell
 * which are better.
 *
 * @param <C> what the training was configured by
 */
public record Trial<C>(C config, TrainedRotatE trained) {

  /**
   * Trains by each config and keeps the training that ranks the held-back triples best, of equals
   * the first. Where none are held back nothing would tell, and only the first is trained.
   *
   * @param configs at least one
   */
  public static <C> Trial<C> best(
      List<C> configs, Progress progress, BiFunction<C, Progress, TrainedRotatE> training) {
    Trial<C> best = null;
    for (int i = 0; i < configs.size(); i++) {
      Progress part = progress.between(i / (double) configs.size(), (i + 1.0) / configs.size());
      Trial<C> trial = new Trial<>(configs.get(i), training.apply(configs.get(i), part));
      if (best == null || trial.score() > best.score()) {
        best = trial;
      }
      if (best.trained.metrics().isEmpty()) {
        break;
      }
    }
    return best;
  }

  private double score() {
    return trained.metrics().getOrDefault(HeldBackCheck.CHOSEN_BY, 0.0);
  }
}
