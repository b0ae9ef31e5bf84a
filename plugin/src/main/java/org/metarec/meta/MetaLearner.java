package org.metarec.meta;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.config.RandomStream;
import org.metarec.meta.feature.ItemAttributes;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.heldback.HeldBackItems;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.input.PriorGrowth;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.outer.BatchLayout;
import org.metarec.meta.outer.CountedItems;
import org.metarec.meta.outer.ElasticWeights;
import org.metarec.meta.outer.FisherEstimate;
import org.metarec.meta.outer.ItemOffsets;
import org.metarec.meta.outer.MetaStep;
import org.metarec.meta.outer.OuterLoop;
import org.metarec.meta.outer.PriorStart;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.time.RetentionChoice;
import org.metarec.meta.time.Trends;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;
import org.metarec.triple.time.Interactions;

/**
 * Learns the prior and what follows from it: model-agnostic meta-learning (Finn et al., ICML 2017,
 * arXiv:1703.03400) over users as tasks. A batch of users is adapted from their earlier
 * interactions, asked for their later ones, and the prior moves so that the adapted weights answer
 * better.
 */
public final class MetaLearner {
  /** Length of an item's vector. */
  static final int WIDTH = 32;

  /** Length of the recurrent state. */
  static final int STATE_WIDTH = 16;

  /** More threads than these have nothing to do. */
  public static final int MOST_THREADS = 2;

  private final LearningInput input;
  private final float[] retention;
  private final MetaConfig config;
  private final PriorShape shape;
  private final ItemFeatures features;
  private final TaskSampler tasks;
  private final TaskSampler outerTasks;
  private final ItemOffsets itemOffsets;
  private final BatchLayout layout;
  private final Optional<LearnedBefore> before;
  private final Optional<PriorGrowth> growth;

  /**
   * Goes on from what was learned before, if anything was: from its prior, on those tasks that ask
   * for what is new. What it learned of each item alone stays.
   *
   * @throws org.metarec.GraphMismatchException if that does not fit the graph or the config
   */
  public MetaLearner(
      LearningInput unfaded, MetaConfig config, Optional<LearnedBefore> before, Progress progress) {
    progress.report("looking at what users like", 0);
    this.config = config;
    this.before = before;
    boolean linkedItems = before.map(learned -> learned.prior().shape().linksItems()).orElse(false);
    this.shape = shape(unfaded, config, linkedItems || unfaded.paths().linksItems());
    this.growth = before.map(learned -> growth(learned, shape, unfaded));
    this.features = new ItemFeatures(unfaded, shape, config, growth, progress);
    this.itemOffsets = new ItemOffsets(unfaded.itemCount(), shape.width() + 1);
    before.ifPresent(learned -> itemOffsets.keep(learned.state().itemOffsets()));
    CountedItems counted = new CountedItems(features, unfaded.itemCount(), before);
    this.tasks = tasks(unfaded, features.likeRates().since(unfaded.interactions()));
    this.retention = retention(unfaded.paths(), progress);
    this.input = unfaded.fading(retention);
    this.layout =
        new BatchLayout(
            this.input,
            shape,
            features,
            itemOffsets,
            counted,
            unfaded.profileCounts(shape.profileRelations(), progress));
    this.outerTasks =
        before
            .map(learned -> tasks.asking(learned.fresh()))
            .orElse(tasks)
            .preferring(unfaded::isUnread, unfaded.unread()::shareOfTasks);
  }

  /** What was liked before a moment is no query: the user may like it no more. */
  private static TaskSampler tasks(LearningInput input, double since) {
    Interactions all = input.interactions();
    return new TaskSampler(all, input.userFeatures(), input.itemTimes())
        .asking((user, i) -> !all.hasMoment(user, i) || all.moment(user, i) >= since);
  }

  /** What was learned before is in its units, so a warm start keeps it. */
  private float[] retention(PathIndex paths, Progress progress) {
    return growth
        .map(PriorGrowth::retention)
        .orElseGet(() -> new RetentionChoice(paths, shape.pathFeatures()).best(tasks, progress));
  }

  /** Where clicks have no times, their order means nothing and no recurrent unit reads it. */
  private static PriorShape shape(LearningInput input, MetaConfig config, boolean linksItems) {
    return new PriorShape(
        input.entities().dimension(),
        WIDTH,
        input.paths().relationCount(),
        config.has(ModelPart.PATHS) ? input.paths().relationCount() : 0,
        linksItems,
        input.userFeatures().values().size(),
        steps(config),
        config.has(ModelPart.ADAPTATION) ? config.head() : InnerSolver.STEPS,
        config.has(ModelPart.GRU) && input.interactions().isInTime() ? STATE_WIDTH : 0,
        PopularityFeatures.length(input.paths().relationCount()));
  }

  private static int steps(MetaConfig config) {
    boolean takesSteps = config.has(ModelPart.ADAPTATION) && config.head() == InnerSolver.STEPS;
    return takesSteps ? config.innerSteps() : 0;
  }

  /**
   * Learns the prior and the row of each item.
   *
   * @param ratings range of the ratings in the graph
   * @param workers up to {@link #MOST_THREADS} threads; what is learned does not depend on them
   * @throws org.metarec.DivergenceException if the loss is no finite number
   */
  public LearnedTaste learn(
      MetaStep.Factory factory, RatingScale ratings, Workers workers, Progress progress) {
    Prior start = new PriorStart(shape, config).prior(features);
    Prior first = growth.map(g -> g.grown(start)).orElse(start);
    Progress outer = progress.between(0, 0.9);
    List<Double> losses;
    Prior prior;
    try (MetaStep step = factory.startingFrom(first)) {
      growth.ifPresent(g -> step.consolidate(elasticWeights(first, g)));
      losses = new OuterLoop(outerTasks, layout, config, step, workers).run(outer);
      prior = step.prior();
    }
    outer.report("weighing items", 1);
    itemOffsets.settle();
    Fisher fisher;
    try (MetaStep step = factory.startingFrom(prior)) {
      fisher = fisher(step, progress);
    }
    return learned(prior, fisher, ratings, losses, progress);
  }

  private LearnedTaste learned(
      Prior prior, Fisher fisher, RatingScale ratings, List<Double> losses, Progress progress) {
    Trends trends = trends(progress);
    TasteModel taste =
        new TasteCompletion(layout, trends, tasks, ratings, config.randomSeed())
            .of(prior.with(PriorPart.PATH_RETENTION, retention), before, progress);
    return new LearnedTaste(
        taste,
        features.attributes().rows(new ItemVectors(prior), trends.attributes().biases(), progress),
        layout.profiles().rows(input.triples().entityCount(), progress),
        fisher,
        itemOffsets.known(features::isKnown),
        losses,
        metrics(taste, progress));
  }

  private Trends trends(Progress progress) {
    ItemAttributes attributes = features.itemAttributes();
    return config.has(ModelPart.ITEM_PRIOR)
        ? Trends.of(attributes, input.interactions(), features.likeRates(), progress)
        : Trends.none(attributes, input.itemCount());
  }

  private Map<String, Double> metrics(TasteModel taste, Progress progress) {
    return new HeldBackItems(layout.serving(taste), input.split(), input.userFeatures())
        .metrics(RandomStream.HELD_BACK.of(config.randomSeed()), progress);
  }

  private static PriorGrowth growth(LearnedBefore learned, PriorShape shape, LearningInput input) {
    return new PriorGrowth(learned, shape, input.relations(), input.userFeatures().values());
  }

  private ElasticWeights elasticWeights(Prior centre, PriorGrowth growth) {
    LearnedBefore learned = before.orElseThrow();
    return new ElasticWeights(centre, growth.grown(learned.state().fisher()), learned.ewcWeight());
  }

  /** Over all tasks, those that were asked for before among them. */
  private Fisher fisher(MetaStep step, Progress progress) {
    SplittableRandom random = RandomStream.FISHER.of(config.randomSeed());
    return new FisherEstimate(shape)
        .of(
            tasks,
            drawn -> {
              MetaBatch batch = layout.batch(drawn, layout.sample(random));
              return step.gradient(batch, layout.features(batch, random));
            },
            random,
            progress);
  }
}
