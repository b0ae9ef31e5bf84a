package org.metarec.train;

import java.util.SplittableRandom;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.Batch;
import org.metarec.triple.Corruption;
import org.metarec.triple.NegativeSampler;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

/**
 * Draws the negatives of a batch. The generator of a true triple depends on its place alone, so the
 * draws do not depend on how many threads share them.
 */
final class BatchSampler {
  /** For threads to share; the draws do not depend on it. */
  private static final int PARTS = 16;

  /** With more entities rows come from memory, and training mostly waits for them. */
  private static final int MANY_ENTITIES = 50_000;

  /**
   * So many triples of a batch of many entities are told from the same false parts, each of which
   * is fetched once for all: they draw by the same generator and leave out what is true for them.
   */
  private static final int SHARING = 4;

  private final Triples triples;
  private final NegativeSampler sampler;
  private final SubsamplingWeights weights;
  private final Workers workers;
  private final long seed;
  private final int sharing;

  /** Draws for the triples of training; what was held back may come up as false. */
  BatchSampler(TripleSplit split, RotatEConfig config, Workers workers) {
    this.triples = split.training();
    this.sampler = new NegativeSampler(triples, split.known().first(), config.negativeSamples());
    this.weights = new SubsamplingWeights(triples);
    this.workers = workers;
    this.seed = new SplittableRandom(config.randomSeed()).nextLong();
    this.sharing = triples.entityCount() > MANY_ENTITIES ? SHARING : 1;
  }

  /** Whether a corruption can make false triples at all: with one relation there is no other. */
  boolean canDraw(Corruption corruption) {
    return sampler.count(corruption) > 0;
  }

  /**
   * @param members the true triples; taken over
   * @param firstDraw number of true triples in all batches before this one
   */
  Batch draw(int[] members, Corruption corruption, long firstDraw) {
    int negatives = sampler.count(corruption);
    int[] candidates = new int[members.length * (negatives + 1)];
    workers.run(
        PARTS,
        part -> {
          for (int position = part; position < members.length; position += PARTS) {
            int first = position * (negatives + 1);
            int group = position - position % sharing;
            var random = new SplittableRandom(seed + firstDraw + group);
            sampler.draw(members[position], corruption, random, candidates, first);
            candidates[first + negatives] = corruption.part(triples, members[position]);
          }
        });
    return new Batch(triples, members, weights.of(members), corruption, candidates);
  }
}
