package org.metarec.testing;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.metarec.meta.LearnedTaste;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.profile.ProfileCounts;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.ServingModel;
import org.metarec.model.TrainingState;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.path.ProfileLifts;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.tensor.meta.TensorMetaStep;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

/** A model learned from {@link TasteGraph}, once for all tests that only look at it. */
public final class LearnedExample {
  public static final LearningInput INPUT = TasteGraph.input(7);
  public static final LearnedTaste LEARNED =
      learn(INPUT, new MetaConfig(12, 16, 1e-2, 0.1, 5, InnerSolver.STEPS, Set.of(), 1));

  /** With paths in which clicks fade, by each feature otherwise. */
  public static final ServingModel MODEL =
      new ServingModel(
          LEARNED.taste(),
          INPUT.paths().fading(new float[] {0.8f, 0.5f, 1, 0.9f, 0.6f, 1, 0.7f, 1, 1}),
          lifts());

  private LearnedExample() {}

  private static ProfileLifts lifts() {
    return new ProfileCounts(
            INPUT.interactions(), INPUT.paths(), 3, INPUT.userFeatures(), Progress.NONE)
        .lifts();
  }

  public static LearnedTaste learn(LearningInput input, MetaConfig config) {
    return learn(new MetaLearner(input, config, Optional.empty(), Progress.NONE), 2);
  }

  /**
   * What a warm start goes on from, to which all interactions are fresh.
   *
   * @param there items that there were
   */
  public static LearnedBefore before(LearningInput input, LearnedTaste learned, BitSet there) {
    return before(input, learned, there, SomeInteractions.ALL, 1);
  }

  /** The same, to which some are, and with a weight of the elastic penalty. */
  public static LearnedBefore before(
      LearningInput input,
      LearnedTaste learned,
      BitSet there,
      SomeInteractions fresh,
      double ewcWeight) {
    return new LearnedBefore(
        learned.taste().prior(),
        input.relations(),
        input.userFeatures().values(),
        new TrainingState(
            learned.fisher(),
            learned.itemOffsets(),
            input.interactions().knownUsers(),
            Double.NEGATIVE_INFINITY),
        there,
        fresh,
        ewcWeight);
  }

  public static LearnedTaste learn(MetaLearner learner, int concurrency) {
    EngineStart.start(Path.of("target", "engine"));
    try (Workers workers = new Workers(concurrency)) {
      return learner.learn(
          prior -> new TensorMetaStep(prior, EngineDevice.named("cpu")),
          RatingScale.NONE,
          workers,
          Progress.NONE);
    }
  }
}
