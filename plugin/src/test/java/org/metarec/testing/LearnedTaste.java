package org.metarec.testing;

import java.nio.file.Path;
import java.util.Set;
import org.metarec.meta.Learned;
import org.metarec.meta.LearningInput;
import org.metarec.meta.MetaConfig;
import org.metarec.meta.MetaLearner;
import org.metarec.model.RatingScale;
import org.metarec.model.ServingModel;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.tensor.TensorMetaStep;
import org.metarec.triple.Progress;

/** A model learned from {@link TasteGraph}, once for all tests that only look at it. */
public final class LearnedTaste {
  public static final LearningInput INPUT = TasteGraph.input(7);
  public static final ServingModel MODEL =
      new ServingModel(
          learn(INPUT, new MetaConfig(12, 16, 1e-2, 0.1, 5, Set.of(), 1)).taste(),
          INPUT.paths(),
          5);

  private LearnedTaste() {}

  public static Learned learn(LearningInput input, MetaConfig config) {
    EngineStart.start(Path.of("target", "engine"));
    return new MetaLearner(input, config)
        .learn(
            prior -> new TensorMetaStep(prior, EngineDevice.named("cpu")),
            RatingScale.NONE,
            Progress.NONE);
  }
}
