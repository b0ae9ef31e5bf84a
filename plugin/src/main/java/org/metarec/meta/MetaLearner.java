package org.metarec.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.metarec.DivergenceException;
import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.PriorShape;
import org.metarec.model.RatingScale;
import org.metarec.model.TasteModel;
import org.metarec.triple.Progress;

/**
 * The outer loop: model-agnostic meta-learning (Finn et al., ICML 2017, arXiv:1703.03400) over
 * users as tasks. A batch of users is adapted from their earlier interactions, asked for their
 * later ones, and the prior moves so that the adapted weights answer better.
 */
public final class MetaLearner {
  /** Length of an item's vector. */
  static final int WIDTH = 32;

  /** Length of the recurrent state. */
  static final int STATE_WIDTH = 16;

  /** After this share of the epochs the learning rate is a quarter. */
  private static final double DECAY_AFTER = 0.7;

  private final LearningInput input;
  private final MetaConfig config;
  private final PriorShape shape;
  private final ItemFeatures features;

  public MetaLearner(LearningInput input, MetaConfig config) {
    this.input = input;
    this.config = config;
    this.shape = shape(input, config);
    this.features = new ItemFeatures(input, shape, config);
  }

  private static PriorShape shape(LearningInput input, MetaConfig config) {
    return new PriorShape(
        input.entities().dimension(),
        WIDTH,
        input.contentRelations(),
        config.has(ModelPart.PATHS) ? input.paths().relationCount() : 0,
        input.userFeatures().values().size(),
        config.has(ModelPart.ADAPTATION) ? config.innerSteps() : 0,
        config.has(ModelPart.GRU) ? STATE_WIDTH : 0);
  }

  /**
   * Learns the prior and the row of each item.
   *
   * @param ratings range of the ratings in the graph
   * @throws DivergenceException if the loss is no finite number
   */
  public Learned learn(MetaStep.Factory factory, RatingScale ratings, Progress progress) {
    Prior start = new PriorStart(shape, config).prior(features);
    List<Double> losses = new ArrayList<>();
    Prior prior;
    try (MetaStep step = factory.startingFrom(start)) {
      TaskSampler sampler = new TaskSampler(input.interactions());
      SplittableRandom random = new SplittableRandom(config.randomSeed() + 1);
      int[] users = sampler.users();
      for (int epoch = 0; epoch < config.metaEpochs() && users.length > 0; epoch++) {
        losses.add(epoch(epoch, users, sampler, random, step, progress));
      }
      prior = step.prior();
    }
    double mean = RatingOffsets.mean(input.interactions());
    RatingScale scale = new RatingScale(ratings.lowest(), ratings.highest(), mean);
    List<String> userValues = input.userFeatures().values();
    return new Learned(new TasteModel(prior, itemTable(prior, mean), userValues, scale), losses);
  }

  private double epoch(
      int epoch,
      int[] users,
      TaskSampler sampler,
      SplittableRandom random,
      MetaStep step,
      Progress progress) {
    shuffle(users, random);
    boolean late = epoch >= DECAY_AFTER * config.metaEpochs();
    double learningRate = late ? config.metaLearningRate() / 4 : config.metaLearningRate();
    double sum = 0;
    int batches = 0;
    for (int from = 0; from < users.length; from += config.metaBatchSize()) {
      progress.checkRunning();
      List<UserTask> tasks = new ArrayList<>();
      for (int i = from; i < Math.min(users.length, from + config.metaBatchSize()); i++) {
        UserTask task = sampler.draw(users[i], random);
        if (!task.query().isEmpty()) {
          tasks.add(task);
        }
      }
      if (tasks.isEmpty()) {
        continue;
      }
      MetaBatch batch = MetaBatch.of(tasks, input, features, shape);
      batch.items().dropContents(random);
      double loss = step.step(batch, learningRate);
      if (!Double.isFinite(loss)) {
        throw new DivergenceException(
            "the meta-learner's loss is %s in epoch %d, batch %d; lower metaLearningRate (%s) or"
                + " innerLearningRate (%s)",
            loss, epoch + 1, batches + 1, config.metaLearningRate(), config.innerLearningRate());
      }
      sum += loss;
      batches++;
      double done = (epoch + (double) (from + tasks.size()) / users.length) / config.metaEpochs();
      progress.report(
          "meta-learning epoch %d of %d, loss %.4f"
              .formatted(epoch + 1, config.metaEpochs(), sum / batches),
          Math.min(1, done));
    }
    return batches == 0 ? 0 : sum / batches;
  }

  private static void shuffle(int[] users, SplittableRandom random) {
    for (int i = users.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = users[i];
      users[i] = users[j];
      users[j] = swapped;
    }
  }

  private ItemTable itemTable(Prior prior, double ratingMean) {
    ItemTable table = new ItemTable(shape.width(), input.itemCount());
    ItemVectors vectors = new ItemVectors(prior);
    float[] ratingOffsets = RatingOffsets.ofItems(input.interactions(), ratingMean);
    for (int item = 0; item < input.itemCount(); item++) {
      float[] content = features.content(item);
      float[] scored =
          features.isKnown(item)
              ? vectors.ofKnown(
                  content,
                  features.year(item),
                  features.embedding(item),
                  features.centredLogLikes(item))
              : vectors.ofNew(content, features.year(item));
      float[] row = Arrays.copyOf(scored, shape.width() + 3);
      row[shape.width() + 1] = ratingOffsets[item];
      row[shape.width() + 2] = features.interactions(item);
      table.setRow(item, row);
    }
    return table;
  }
}
