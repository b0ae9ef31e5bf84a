package org.metarec.train;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.metarec.DivergenceException;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.processor.ProcessorRotatEStep;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/**
 * Trains RotatE: epochs of batches, watched on held-back triples, the best epoch kept. The result
 * depends on the triples and the config alone, not on the number of threads.
 */
public final class RotatETrainer {
  private RotatETrainer() {}

  /**
   * Trains on all triples but {@code validationFraction} of them, at most 1,000, which are held
   * back.
   *
   * @param triples at least one
   * @throws DivergenceException if a loss, or in the end an embedding, is no finite number
   */
  public static TrainedRotatE train(Triples triples, RotatEConfig config, TrainingRun run) {
    return train(split(triples, new BitSet(), config), config, run);
  }

  /** Trains where others have decided what is held back. */
  public static TrainedRotatE train(TripleSplit split, RotatEConfig config, TrainingRun run) {
    return new Ensemble(split, config, run)
        .train(
            training(
                split,
                member -> RotatEStart.untrained(split.training(), member.config()),
                (start, workers) -> ProcessorRotatEStep.of(start, workers, run.kernel())));
  }

  /**
   * Trains by steps that are computed elsewhere than on the processor, whose threads draw negatives
   * and rank what is held back.
   *
   * @param newStep closed in the end
   */
  public static TrainedRotatE train(
      TripleSplit split,
      RotatEConfig config,
      Function<RotatEStart, RotatEStep> newStep,
      TrainingRun run) {
    return new Ensemble(split, config, run)
        .trainOneByOne(
            training(
                split,
                member -> RotatEStart.untrained(split.training(), member.config()),
                (start, workers) -> newStep.apply(start)));
  }

  /**
   * Goes on from an earlier training: kept rows stay as they are, the others are fitted to the
   * triples that have one of them as a part. On the processor, whatever the earlier one ran on.
   *
   * @param triples all of the graph as it is now
   */
  public static TrainedRotatE continueFrom(
      KeptRows kept, Triples triples, RotatEConfig config, TrainingRun run) {
    TripleSplit split = kept.split(triples, config);
    if (split.training().size() == 0) {
      RotatEStart start = kept.start(triples, config);
      return new TrainedRotatE(
          start.entities(), start.phases(), List.of(), 0, Map.of(), split.heldBack());
    }
    return new Ensemble(split, config, run)
        .train(
            training(
                split,
                member -> kept.of(member).start(split.training(), member.config()),
                (start, workers) ->
                    ProcessorRotatEStep.sparing(
                        start, kept::hasEntity, kept::hasPhase, workers, run.kernel())));
  }

  /**
   * What a training learns from, and what it holds back.
   *
   * @param unread places of triples that are neither
   */
  public static TripleSplit split(Triples triples, BitSet unread, RotatEConfig config) {
    double fraction = HeldBackCheck.fraction(triples.size() - unread.cardinality(), config);
    return TripleSplit.of(triples, unread, fraction, config.randomSeed());
  }

  /** One member of an ensemble: what it begins with, and the steps that it takes from there. */
  private static Ensemble.Training training(
      TripleSplit split,
      Function<Ensemble.Member, RotatEStart> newStart,
      BiFunction<RotatEStart, Workers, RotatEStep> newStep) {
    return (member, workers, progress) -> {
      RotatEStart start = newStart.apply(member);
      try (RotatEStep step = newStep.apply(start, workers)) {
        return new MemberTraining(split, start, workers, progress).run(step);
      }
    };
  }

  /**
   * Bytes of one entity's rows at the greatest moment of a training: the embedding, two moments of
   * Adam, and a copy of the embedding where held-back triples are ranked before the last epoch.
   */
  public static long bytesOfRows(
      long entities, long triples, RotatEConfig config, int concurrency) {
    double heldBack = Math.floor(HeldBackCheck.fraction(triples, config) * triples);
    boolean keepsCopy =
        heldBack > 0
            && HeldBackCheck.interval(entities, triples, heldBack, config) < config.epochs();
    int dimension = config.embeddingDimension();
    return Ensemble.mostBytes(
        8L * dimension, keepsCopy ? 4 : 3, entities, concurrency, Ensemble.members(dimension));
  }

  /**
   * Bytes of the pairs and rows that the members in training keep for their batches, see {@link
   * ProcessorRotatEStep#rowsOfTriple}.
   */
  public static long bytesOfBatches(long entities, RotatEConfig config, int concurrency) {
    int members = Ensemble.members(config.embeddingDimension());
    long pairs = 20 * (config.negativeSamples() + 1L);
    long row = 8L * config.embeddingDimension() / members + 64;
    long ofTriple = pairs + ProcessorRotatEStep.rowsOfTriple(config.corruption()) * row;
    return ofTriple * config.batchSize() * Ensemble.atOnce(entities, concurrency, members);
  }

  /**
   * Bytes of one entity's rows that a training goes on from, beside those in training: one alone
   * moves them in place, members of an ensemble have copies.
   */
  public static long bytesOfKeptRows(RotatEConfig config) {
    int dimension = config.embeddingDimension();
    return Ensemble.members(dimension) == 1 ? 0 : 8L * dimension;
  }
}
