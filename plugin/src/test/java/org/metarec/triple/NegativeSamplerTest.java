package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTriples;

class NegativeSamplerTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void noKnownTripleIsDrawn(long seed) {
    Triples triples = RandomTriples.of(seed, 10, 12, 300);
    KnownTriples known = KnownTriples.of(triples);
    for (Corruption corruption : Corruption.values()) {
      int[] drawn = draw(triples, 3, corruption, seed);
      int[] negatives = IntStream.of(drawn).filter(n -> n != NegativeSampler.NONE).toArray();
      assertThat(negatives).isNotEmpty();
      for (int negative : negatives) {
        assertThat(known.contains(triples, 0, corruption, negative)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOtherValueIsDrawnInTheEnd(Corruption corruption) {
    Triples triples = triple(4, 4);
    NegativeSampler sampler = new NegativeSampler(triples, KnownTriples.of(triples), 2);
    SplittableRandom random = new SplittableRandom(1);
    int[] seen = new int[4];
    int[] drawn = new int[2];
    for (int i = 0; i < 300; i++) {
      sampler.draw(0, corruption, random, drawn, 0);
      seen[drawn[0]]++;
      seen[drawn[1]]++;
    }
    assertThat(seen[corruption.part(triples, 0)]).isZero();
    for (int other = 0; other < 4; other++) {
      if (other != corruption.part(triples, 0)) {
        assertThat(seen[other]).isBetween(150, 250); // 200 on average, four standard deviations
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fewOtherValuesAreTakenOnceEach(Corruption corruption) {
    Triples triples = triple(4, 4);
    assertThat(draw(triples, 50, corruption, 1))
        .containsExactlyInAnyOrder(
            switch (corruption) {
              case HEAD -> new int[] {1, 2, 3};
              case RELATION -> new int[] {0, 1, 3};
              case TAIL -> new int[] {0, 2, 3};
            });
  }

  @Test
  void aNodeRelatedToAllOthersHasNoNegatives() {
    int[] heads = {0, 0, 0, 0};
    Triples triples = new Triples(4, 1, heads, new int[4], new int[] {0, 1, 2, 3});
    int none = NegativeSampler.NONE;
    assertThat(draw(triples, 50, Corruption.TAIL, 1)).containsExactly(none, none, none);
    assertThat(draw(triples, 2, Corruption.TAIL, 1)).containsExactly(none, none);
    assertThat(draw(triples, 50, Corruption.RELATION, 1)).isEmpty();
  }

  @Test
  void onlyThePlacesAskedForAreWritten() {
    Triples triples = triple(9, 1);
    int[] places = {-7, -7, -7, -7};
    new NegativeSampler(triples, KnownTriples.of(triples), 2)
        .draw(0, Corruption.HEAD, new SplittableRandom(1), places, 1);
    assertThat(places[0]).isEqualTo(-7);
    assertThat(places[1]).isNotNegative();
    assertThat(places[2]).isNotNegative();
    assertThat(places[3]).isEqualTo(-7);
  }

  /** The triple (0, 2 or 0, 1) alone. */
  private static Triples triple(int entityCount, int relationCount) {
    int relation = Math.min(2, relationCount - 1);
    return new Triples(
        entityCount, relationCount, new int[] {0}, new int[] {relation}, new int[] {1});
  }

  private static int[] draw(Triples triples, int negatives, Corruption corruption, long seed) {
    NegativeSampler sampler = new NegativeSampler(triples, KnownTriples.of(triples), negatives);
    int[] drawn = new int[sampler.count(corruption)];
    sampler.draw(0, corruption, new SplittableRandom(seed), drawn, 0);
    return drawn;
  }
}
