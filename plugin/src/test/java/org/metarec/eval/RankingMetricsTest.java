package org.metarec.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
  private static final double[] RANKS = {1, 2, 4, 20};
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void metricsOfRanksAreMeans() {
    assertThat(RankingMetrics.meanReciprocalRank(RANKS)).isCloseTo(1.8 / 4, ROUNDING);
    assertThat(RankingMetrics.hitsAt(1, RANKS)).isEqualTo(0.25);
    assertThat(RankingMetrics.hitsAt(3, RANKS)).isEqualTo(0.5);
    assertThat(RankingMetrics.hitsAt(10, RANKS)).isEqualTo(0.75);
    assertThat(RankingMetrics.meanRank(RANKS)).isEqualTo(6.75);
  }

  @Test
  void theRankIsTheMeanOverAllOrdersOfEquals() {
    assertThat(RankingMetrics.rank(0, 0)).isEqualTo(1);
    assertThat(RankingMetrics.rank(4, 2)).isEqualTo((5 + 6 + 7) / 3.0);
  }

  @Test
  void aTieAcrossTheBorderIsNoHit() {
    assertThat(RankingMetrics.hitsAt(1, new double[] {1.5})).isZero();
  }
}
