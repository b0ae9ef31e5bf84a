package org.metarec.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.metarec.DivergenceException;
import org.metarec.DivergenceException.Triple;
import org.metarec.train.config.CorruptionMix;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.Corruption;
import org.metarec.triple.Progress;
import org.metarec.triple.RandomOrder;
import org.metarec.triple.Triples;

/** Passes over the triples, each in a new order, batch by batch. */
final class EpochPass {

  /** Pairs between two reports, about a second's work of one core. */
  private static final long PAIRS_PER_REPORT = 2_000_000;

  private final Triples triples;
  private final RotatEConfig config;
  private final BatchSampler sampler;
  private final RotatEStep step;
  private final Progress progress;
  private final CorruptionMix mix;
  private final SplittableRandom random;
  private long batchesDone;
  private long pairsUnreported;

  /**
   * @param sampler draws from {@code triples}
   * @param progress hears of each epoch, and inside long ones
   */
  EpochPass(
      Triples triples,
      RotatEConfig config,
      BatchSampler sampler,
      RotatEStep step,
      Progress progress) {
    this.triples = triples;
    this.config = config;
    this.sampler = sampler;
    this.step = step;
    this.progress = progress;
    this.mix = sampler.canDraw(Corruption.RELATION) ? config.corruption() : CorruptionMix.ENTITY;
    this.random = new SplittableRandom(config.randomSeed());
  }

  /**
   * Takes all triples once.
   *
   * @param epoch counted from 1
   * @return the mean loss of the batches, in nats
   * @throws DivergenceException if a loss is no finite number
   */
  double run(int epoch, double learningRate) {
    int[] order = RandomOrder.of(triples.size(), random);
    double lossSum = 0;
    int batches = 0;
    for (int from = 0; from < order.length; from += config.batchSize()) {
      progress.checkRunning();
      int to = Math.min(from + config.batchSize(), order.length);
      long firstDraw = (epoch - 1L) * order.length + from;
      Corruption corruption = mix.of(batchesDone++);
      Batch batch = sampler.draw(Arrays.copyOfRange(order, from, to), corruption, firstDraw);
      batches++;
      lossSum += loss(batch, learningRate, epoch, batches);
      report(epoch, lossSum / batches, (double) to / order.length, batch.pairs());
    }
    return lossSum / batches;
  }

  private double loss(Batch batch, double learningRate, int epoch, int number) {
    double sum = 0;
    double[] losses = step.run(batch, learningRate);
    for (int position = 0; position < losses.length; position++) {
      if (!Double.isFinite(losses[position])) {
        throw new DivergenceException(
            new Triple(batch.head(position), batch.relation(position), batch.tail(position)),
            "the loss is %s in epoch %d, batch %d; try a learningRate below %s",
            losses[position],
            epoch,
            number,
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
