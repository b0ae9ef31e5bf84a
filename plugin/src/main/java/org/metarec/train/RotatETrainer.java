package org.metarec.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.metarec.DivergenceException;
import org.metarec.model.EntityTable;
import org.metarec.model.RelationPhases;
import org.metarec.triple.Corruption;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/**
 * Trains RotatE: epochs of batches, watched on held-back triples, the best epoch kept. The result
 * depends on the triples and the config alone, not on the number of threads.
 */
public final class RotatETrainer {

  /** Ranking more than these would take longer than training, on a graph of millions. */
  private static final int MOST_HELD_BACK = 1000;

  private static final int EPOCHS_PER_CLUSTERING = 5;

  /** Pairs between two reports, about a second's work of one core. */
  private static final long PAIRS_PER_REPORT = 2_000_000;

  private final RotatEConfig config;
  private final Workers workers;
  private final Progress progress;
  private final Triples triples;
  private final HeldBackCheck check;
  private final LearningSchedule schedule;
  private final BatchSampler sampler;
  private final CorruptionMix mix;
  private final SplittableRandom orders;
  private final SplittableRandom clusterings;
  private final RelationClusters clusters;
  private final EntityTable entities;
  private final RelationPhases phases;
  private final RotatEStep step;
  private final List<Double> losses = new ArrayList<>();
  private TrainedRotatE best;
  private long batchesDone;
  private long pairsUnreported;

  private RotatETrainer(
      TripleSplit split, RotatEConfig config, Workers workers, Progress progress) {
    this.config = config;
    this.workers = workers;
    this.progress = progress;
    this.triples = split.training();
    this.check = new HeldBackCheck(split, config);
    this.schedule = new LearningSchedule(config);
    this.sampler = new BatchSampler(triples, config, workers);
    this.mix = sampler.canDraw(Corruption.RELATION) ? config.corruption() : CorruptionMix.ENTITY;
    SplittableRandom random = new SplittableRandom(config.randomSeed());
    this.orders = random.split();
    this.entities = RotatETables.entities(triples.entityCount(), config, random.split());
    this.phases = RotatETables.phases(triples.relationCount(), config, random.split());
    this.clusterings = random.split();
    this.clusters = new RelationClusters(triples, config);
    this.step =
        new ProcessorRotatEStep(
            new TrainingTables(
                entities,
                phases,
                new Adam(entities.values(), 2 * entities.dimension(), config.gradientClip()),
                new Adam(phases.values(), phases.dimension(), config.gradientClip()),
                clusters),
            config,
            workers);
  }

  /**
   * Trains on all triples but {@code validationFraction} of them, at most 1,000, which are held
   * back.
   *
   * @param triples at least one
   * @param concurrency threads that share the work, at least 1
   * @throws DivergenceException if a loss is no finite number
   */
  public static TrainedRotatE train(
      Triples triples, RotatEConfig config, int concurrency, Progress progress) {
    double fraction =
        Math.min(config.validationFraction(), (double) MOST_HELD_BACK / triples.size());
    return train(
        TripleSplit.of(triples, fraction, config.randomSeed()), config, concurrency, progress);
  }

  /** Trains where others have decided what is held back. */
  public static TrainedRotatE train(
      TripleSplit split, RotatEConfig config, int concurrency, Progress progress) {
    try (Workers workers = new Workers(concurrency)) {
      return new RotatETrainer(split, config, workers, progress).run();
    }
  }

  private TrainedRotatE run() {
    while (!schedule.isFinished()) {
      if (losses.size() % EPOCHS_PER_CLUSTERING == EPOCHS_PER_CLUSTERING - 1) {
        clusters.find(phases, clusterings);
      }
      losses.add(epoch(losses.size() + 1));
      schedule.endEpoch();
      if (check.isDue(losses.size(), schedule.isFinished())) {
        Map<String, Double> metrics = check.metrics(entities, phases, workers, progress);
        if (schedule.improves(metrics.get("mrr"))) {
          best = snapshot(metrics);
        }
      }
    }
    TrainedRotatE kept = best == null ? snapshot(Map.of()) : best;
    return new TrainedRotatE(
        kept.entities(), kept.phases(), List.copyOf(losses), kept.bestEpoch(), kept.metrics());
  }

  private TrainedRotatE snapshot(Map<String, Double> metrics) {
    return new TrainedRotatE(
        new EntityTable(entities.dimension(), entities.values().clone()),
        new RelationPhases(phases.dimension(), phases.values().clone()),
        List.of(),
        losses.size(),
        metrics);
  }

  /** One pass over the triples in a new order; returns the mean loss. */
  private double epoch(int epoch) {
    int[] order = RandomOrder.of(triples.size(), orders);
    double lossSum = 0;
    int batches = 0;
    for (int from = 0; from < order.length; from += config.batchSize()) {
      progress.checkRunning();
      int to = Math.min(from + config.batchSize(), order.length);
      long firstDraw = (epoch - 1L) * order.length + from;
      Corruption corruption = mix.turn(batchesDone++);
      Batch batch = sampler.draw(Arrays.copyOfRange(order, from, to), corruption, firstDraw);
      batches++;
      lossSum += loss(batch, epoch, batches);
      report(epoch, lossSum / batches, (double) to / order.length, batch.pairs());
    }
    return lossSum / batches;
  }

  private double loss(Batch batch, int epoch, int number) {
    double[] losses = step.run(batch, schedule.learningRate());
    double sum = 0;
    for (int position = 0; position < losses.length; position++) {
      if (!Double.isFinite(losses[position])) {
        throw new DivergenceException(
            "the loss is %s in epoch %d, batch %d, at the triple (%d, %d, %d);"
                + " try a learningRate below %s",
            losses[position],
            epoch,
            number,
            batch.head(position),
            batch.relation(position),
            batch.tail(position),
            config.learningRate());
      }
      sum += losses[position];
    }
    return sum;
  }

  private void report(int epoch, double loss, double partOfEpoch, int pairs) {
    pairsUnreported += pairs;
    if (partOfEpoch == 1 || pairsUnreported >= PAIRS_PER_REPORT) {
      pairsUnreported = 0;
      progress.report(
          String.format(
              Locale.ROOT, "RotatE epoch %d of %d, loss %.2f", epoch, config.epochs(), loss),
          (epoch - 1 + partOfEpoch) / config.epochs());
    }
  }
}
