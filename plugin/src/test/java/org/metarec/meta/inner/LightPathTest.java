package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.model.UserWeights;
import org.metarec.testing.LearnedTaste;
import org.metarec.testing.TasteGraph;

class LightPathTest {
  private static final LightPath LIGHT = new LightPath(LearnedTaste.MODEL);

  private static UserClicks clicks(long seed, int... items) {
    float[] ratings = new float[items.length];
    Arrays.fill(ratings, Float.NaN);
    return new UserClicks(List.of(0), new SupportSet(items, ratings), seed);
  }

  @Test
  void theSameUserAndClicksGiveTheSameWeights() {
    assertThat(LIGHT.adapt(clicks(1, 3, 11)).values())
        .containsExactly(LIGHT.adapt(clicks(1, 3, 11)).values());
  }

  @Test
  void oneClickMovesTheWeights() {
    UserWeights none = LIGHT.adapt(clicks(1));
    UserWeights one = LIGHT.adapt(clicks(1, 3));

    assertThat(one.values()).isNotEqualTo(none.values());
    assertThat(one.lossAfter()).isLessThan(one.lossBefore());
    assertThat(none.lossAfter()).isZero();
  }

  @Test
  void sampledItemsAreKnownAndNotTheUsersOwn() {
    List<Integer> sampled = LIGHT.sampled(clicks(1, 3, 11));

    assertThat(sampled).hasSize(LightPath.SAMPLED).doesNotContain(3, 11);
    assertThat(sampled).allMatch(film -> film < TasteGraph.FILMS - TasteGraph.NEW_FILMS);
  }

  @Test
  void whoClickedNearlyEverythingIsComparedWithTheRest() {
    int[] allButOne = IntStream.range(1, TasteGraph.FILMS - TasteGraph.NEW_FILMS).toArray();
    int[] all = IntStream.range(0, TasteGraph.FILMS - TasteGraph.NEW_FILMS).toArray();

    assertThat(LIGHT.sampled(clicks(1, allButOne))).containsOnly(0);
    assertThat(LIGHT.sampled(clicks(1, all))).isEmpty();
  }
}
