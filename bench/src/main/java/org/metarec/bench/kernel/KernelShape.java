package org.metarec.bench.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStart;
import org.metarec.triple.Corruption;
import org.metarec.triple.Triples;

/** Sizes of a graph and its batches, as in the published RotatE runs; the numbers are random. */
public enum KernelShape {
  WN18RR(40_943, 11, 512, 256, 128),
  UMLS(135, 46, 256, 64, 64);

  private static final long SEED = 1;
  private static final int TRIPLES = 5_000;

  private final int entities;
  private final int relations;
  private final int batchSize;
  private final int negatives;
  private final int dimension;

  KernelShape(int entities, int relations, int batchSize, int negatives, int dimension) {
    this.entities = entities;
    this.relations = relations;
    this.batchSize = batchSize;
    this.negatives = negatives;
    this.dimension = dimension;
  }

  int batchSize() {
    return batchSize;
  }

  /** Fresh tables; the same ones each time. */
  RotatEStart start() {
    RotatEConfig config =
        RotatEConfig.DEFAULTS.with(
            draft -> {
              draft.embeddingDimension = dimension;
              draft.batchSize = batchSize;
              draft.negativeSamples = negatives;
              draft.randomSeed = SEED;
            });
    return RotatEStart.untrained(triples(), config);
  }

  private Triples triples() {
    SplittableRandom random = new SplittableRandom(SEED);
    return new Triples(
        entities,
        relations,
        random.ints(TRIPLES, 0, entities).toArray(),
        random.ints(TRIPLES, 0, relations).toArray(),
        random.ints(TRIPLES, 0, entities).toArray());
  }

  /** Batches that replace tails and heads in turn. */
  Batch[] batches(int count) {
    Triples triples = triples();
    SplittableRandom random = new SplittableRandom(SEED);
    Batch[] batches = new Batch[count];
    for (int i = 0; i < count; i++) {
      Corruption corruption = i % 2 == 0 ? Corruption.TAIL : Corruption.HEAD;
      int[] members = random.ints(batchSize, 0, TRIPLES).toArray();
      float[] weights = new float[batchSize];
      Arrays.fill(weights, 1f / batchSize);
      int[] candidates = random.ints(batchSize * (negatives + 1L), 0, entities).toArray();
      for (int position = 0; position < batchSize; position++) {
        int truth = (position + 1) * (negatives + 1) - 1;
        candidates[truth] = corruption.part(triples, members[position]);
      }
      batches[i] = new Batch(triples, members, weights, corruption, candidates);
    }
    return batches;
  }
}
