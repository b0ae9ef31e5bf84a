package org.metarec.procedure.training;

import java.util.List;
import java.util.Optional;
import org.metarec.graph.reading.TrainingGraph;
import org.metarec.meta.Learned;
import org.metarec.meta.LearnedBefore;
import org.metarec.meta.LearningInput;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.rating.RatingInput;
import org.metarec.meta.rating.RatingLearner;
import org.metarec.model.rating.RatingModel;
import org.metarec.model.rating.RatingScale;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.meta.TensorMetaStep;
import org.metarec.tensor.rotate.TensorRotatEStep;
import org.metarec.train.RotatETrainer;
import org.metarec.train.TrainedRotatE;
import org.metarec.train.TrainingRun;
import org.metarec.train.Trial;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;
import org.metarec.triple.time.InteractionSplit;

/** What one training learns from a graph that was read: embeddings, taste, ratings. */
final class Learning {
  private final TrainingGraph graph;
  private final EngineDevice device;
  private final Optional<KeptModel> kept;
  private final Progress progress;

  /**
   * @param kept where training goes on from the live model
   */
  Learning(TrainingGraph graph, EngineDevice device, Optional<KeptModel> kept, Progress progress) {
    this.graph = graph;
    this.device = device;
    this.kept = kept;
    this.progress = progress;
  }

  /**
   * The embeddings, and the config by which they were trained.
   *
   * @param candidates tried one after the other; one where training goes on
   */
  Trial<TrainConfig> embed(List<TrainConfig> candidates) {
    Progress embedding = progress.between(0.05, 0.5);
    return Trial.best(
        candidates,
        embedding,
        (config, part) ->
            kept.isPresent() ? embedWhatIsNew(kept.get(), config, part) : embedAll(config, part));
  }

  private TrainedRotatE embedWhatIsNew(KeptModel from, TrainConfig config, Progress part) {
    return RotatETrainer.continueFrom(
        from.rows(), graph.triples(), config.rotatE(), new TrainingRun(config.concurrency(), part));
  }

  /** The processor has a kernel of its own, many times as fast there as the tensor program. */
  private TrainedRotatE embedAll(TrainConfig config, Progress part) {
    RotatEConfig settings = config.rotatE();
    TrainingRun run = new TrainingRun(config.concurrency(), part);
    return device.isGpu()
        ? RotatETrainer.train(
            graph.triples(), settings, start -> new TensorRotatEStep(start, device), run)
        : RotatETrainer.train(graph.triples(), settings, run);
  }

  /** Empty where there are no interactions to learn from. */
  Optional<Learned> taste(TrainedRotatE embeddings, TrainConfig config) {
    if (graph.interactions().size() == 0) {
      return Optional.empty();
    }
    InteractionSplit split =
        InteractionSplit.of(
            graph.interactions(), graph.interactionTimes(), graph.triples(), embeddings.heldBack());
    LearningInput input =
        new LearningInput(
            graph.triples(),
            graph.relations(),
            graph.featureValues().size(),
            embeddings.entities(),
            split,
            graph.paths(),
            graph.userFeatures(),
            graph.itemTimes());
    Progress part = progress.between(0.5, 0.85);
    Optional<LearnedBefore> before =
        kept.flatMap(from -> from.learnedBefore(split, config.warm().ewcWeight()));
    MetaLearner learner = new MetaLearner(input, config.meta(), before, part);
    try (Workers workers = new Workers(Math.min(MetaLearner.MOST_THREADS, config.concurrency()))) {
      return Optional.of(
          learner.learn(
              prior -> new TensorMetaStep(prior, device), graph.ratings(), workers, part));
    }
  }

  /** Empty where there are no ratings that differ. */
  Optional<RatingModel> ratings(Learned learned, TrainConfig config) {
    RatingScale scale = learned.taste().ratings();
    if (!scale.exists()) {
      return Optional.empty();
    }
    RatingInput input =
        new RatingInput(
            graph.vocabulary().nodeCount(),
            graph.interactions(),
            graph.paths(),
            graph.userFeatures(),
            graph.itemTimes());
    long seed = config.rotatE().randomSeed();
    return Optional.of(
        RatingLearner.learn(
            input, scale.mean(), seed, config.concurrency(), progress.between(0.85, 0.9)));
  }
}
