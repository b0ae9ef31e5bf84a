package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.testing.RandomTriples;
import org.metarec.train.config.Configs;
import org.metarec.train.step.Batch;
import org.metarec.triple.Corruption;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

class BatchSamplerTest {
  private static final int SIZE = 16;

  @Test
  void onASmallGraphEachTripleHasFalsePartsOfItsOwn() {
    assertThat(distinctCandidates(10_000))
        .isGreaterThan(SIZE * Configs.SMALL.negativeSamples() - 5);
  }

  @Test
  void onALargeGraphFourTriplesShareTheirFalseParts() {
    assertThat(distinctCandidates(200_000))
        .isBetween(
            SIZE / 4 * Configs.SMALL.negativeSamples() - 5,
            SIZE / 4 * Configs.SMALL.negativeSamples());
  }

  /** Every second entity follows entity 0. */
  @Test
  void whatIsTrueForOneOfThemIsNotFalseForIt() {
    int entities = 150_000;
    int[] all = IntStream.range(0, entities).filter(entity -> entity % 2 == 0).toArray();
    Triples triples = new Triples(entities, 1, new int[all.length], new int[all.length], all);
    Batch batch = draw(triples);

    for (int pair = 0; pair < batch.pairs(); pair++) {
      boolean isFalse = pair % batch.pairsPerTriple() < batch.pairsPerTriple() - 1;
      if (isFalse) {
        assertThat(batch.candidate(pair) % 2).isEqualTo(1);
      }
    }
  }

  private static int distinctCandidates(int entities) {
    Batch batch = draw(RandomTriples.of(1, entities, 3, 50));
    Set<Integer> distinct = new HashSet<>();
    for (int pair = 0; pair < batch.pairs(); pair++) {
      if (pair % batch.pairsPerTriple() < batch.pairsPerTriple() - 1) {
        distinct.add(batch.candidate(pair));
      }
    }
    return distinct.size();
  }

  private static Batch draw(Triples triples) {
    try (Workers workers = new Workers(1)) {
      return new BatchSampler(TripleSplit.of(triples, 0, 1), Configs.SMALL, workers)
          .draw(IntStream.range(0, SIZE).toArray(), Corruption.TAIL, 0);
    }
  }
}
