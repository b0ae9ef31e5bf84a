package org.metarec.procedure.training;

import java.util.List;
import java.util.Optional;
import org.metarec.graph.reading.TrainingGraph;
import org.metarec.meta.LearnedTaste;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
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
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Workers;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.UnreadInteractions;
import org.metarec.triple.time.UnseenPairs;

/** What one training learns from a graph that was read: embeddings, taste, ratings. */
final class Learning {
  private final TrainingGraph graph;
  private final UnreadInteractions unread;
  private final EngineDevice device;
  private final Optional<KeptModel> kept;
  private final Progress progress;

  /**
   * @param unread which interactions the embeddings do not read
   * @param kept where training goes on from the live model
   */
  Learning(
      TrainingGraph graph,
      UnreadInteractions unread,
      EngineDevice device,
      Optional<KeptModel> kept,
      Progress progress) {
    this.graph = graph;
    this.unread = unread;
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
    TripleSplit split =
        RotatETrainer.split(graph.triples(), unread.placesIn(graph.triples()), settings);
    TrainingRun run = new TrainingRun(config.concurrency(), part);
    return device.isGpu()
        ? RotatETrainer.train(split, settings, start -> new TensorRotatEStep(start, device), run)
        : RotatETrainer.train(split, settings, run);
  }

  /** Empty where there are no interactions to learn from. */
  Optional<LearnedTaste> taste(TrainedRotatE embeddings, TrainConfig config) {
    if (graph.interactions().size() == 0) {
      return Optional.empty();
    }
    InteractionSplit split = split(embeddings, config);
    LearningInput input =
        new LearningInput(
            graph.triples(),
            graph.relations(),
            embeddings.entities(),
            split,
            unread,
            graph.paths(),
            graph.userFeatures(),
            graph.itemTimes());
    Progress part = progress.between(0.5, 0.85);
    Optional<LearnedBefore> before =
        kept.flatMap(from -> from.learnedBefore(split.training(), config.warm().ewcWeight()));
    MetaLearner learner = new MetaLearner(input, config.meta(), before, part);
    try (Workers workers = new Workers(Math.min(MetaLearner.MOST_THREADS, config.concurrency()))) {
      return Optional.of(
          learner.learn(
              prior -> new TensorMetaStep(prior, device), graph.ratings(), workers, part));
    }
  }

  private InteractionSplit split(TrainedRotatE embeddings, TrainConfig config) {
    RotatEConfig settings = config.rotatE();
    Interactions all = graph.interactions();
    UnseenPairs unseen =
        new UnseenPairs(all.itemCount(), graph.triples(), embeddings.heldBack(), unread);
    int most = InteractionSplit.most(all, settings.validationFraction());
    return InteractionSplit.of(all, unseen, most, settings.randomSeed());
  }

  /** Empty where there are no ratings that differ. */
  Optional<RatingModel> ratings(LearnedTaste learned, TrainConfig config) {
    RatingScale scale = learned.taste().ratings();
    if (!scale.exists()) {
      return Optional.empty();
    }
    RatingInput input =
        new RatingInput(
            graph.triples().entityCount(),
            graph.interactions(),
            graph.paths(),
            graph.userFeatures(),
            graph.itemTimes());
    return Optional.of(
        RatingLearner.learn(
            input,
            scale.mean(),
            config.rotatE().randomSeed(),
            config.concurrency(),
            progress.between(0.85, 0.9)));
  }
}
