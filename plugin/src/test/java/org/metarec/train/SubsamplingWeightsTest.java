package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTriples;
import org.metarec.train.step.GoldenBatch;
import org.metarec.triple.Triples;

class SubsamplingWeightsTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aTripleWeighsLessTheMoreOftenItsPairsOccur(long seed) {
    Triples triples = RandomTriples.of(seed, 6, 3, 40);
    int[] members = IntStream.range(0, triples.size()).toArray();
    double[] expected = Arrays.stream(members).mapToDouble(i -> weight(triples, i)).toArray();
    double sum = Arrays.stream(expected).sum();

    float[] weights = new SubsamplingWeights(triples).of(members);

    for (int i : members) {
      assertThat((double) weights[i]).isCloseTo(expected[i] / sum, within(1e-7));
    }
  }

  @Test
  void weightsAreThoseOfTheAuthorsCode() {
    GoldenBatch golden = GoldenBatch.read();
    int[] all = IntStream.range(0, golden.triples().size()).toArray();

    assertThat(new SubsamplingWeights(golden.triples()).of(all))
        .containsExactly(golden.weights(), within(1e-7f));
  }

  private static double weight(Triples triples, int triple) {
    int count = 6;
    for (int i = 0; i < triples.size(); i++) {
      if (triples.relation(i) == triples.relation(triple)) {
        count += triples.head(i) == triples.head(triple) ? 1 : 0;
        count += triples.tail(i) == triples.tail(triple) ? 1 : 0;
      }
    }
    return 1 / Math.sqrt(count);
  }
}
