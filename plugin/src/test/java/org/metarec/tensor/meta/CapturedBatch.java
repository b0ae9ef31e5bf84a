package org.metarec.tensor.meta;

import java.util.Optional;
import java.util.Set;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.testing.Directions;
import org.metarec.testing.StillStep;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

/** The first batch of a training, with the prior it meets. */
final class CapturedBatch implements StillStep {
  private static final LearningInput INPUT = TasteGraph.input(3);

  Prior prior;
  MetaBatch batch;
  BatchFeatures features;

  @Override
  public double step(MetaBatch given, BatchFeatures givenFeatures, double learningRate) {
    batch = given;
    features = givenFeatures;
    return 0;
  }

  @Override
  public Prior prior() {
    return prior;
  }

  static CapturedBatch of(InnerSolver head, ModelPart... without) {
    CapturedBatch captured = new CapturedBatch();
    MetaConfig config = new MetaConfig(1, 60, 3e-3, 0.1, 3, head, Set.of(without), 4);
    new MetaLearner(INPUT, config, Optional.empty(), Progress.NONE)
        .learn(
            prior -> {
              if (captured.prior == null) { // later steps begin where this one leaves it
                captured.prior = spread(prior);
              }
              return captured;
            },
            RatingScale.NONE,
            new Workers(1),
            Progress.NONE);
    return captured;
  }

  /** The start has zeros, behind which gradients vanish: moves every number a little. */
  private static Prior spread(Prior prior) {
    Prior moved = prior;
    for (PriorPart part : PriorPart.values()) {
      if (part.trained()) {
        moved = moved(moved, part, Directions.random(moved.part(part).length), 0.3);
      }
    }
    return moved;
  }

  static Prior moved(Prior prior, PriorPart part, float[] direction, double length) {
    float[] values = prior.part(part).clone();
    for (int i = 0; i < direction.length; i++) {
      values[i] += (float) (length * direction[i]);
    }
    return prior.with(part, values);
  }
}
