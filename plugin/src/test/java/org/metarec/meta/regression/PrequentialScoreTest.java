package org.metarec.meta.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrequentialScoreTest {
  private static PrequentialScore<String> of(String setting, Double... logLikelihoods) {
    return new PrequentialScore<>(setting, List.of(logLikelihoods));
  }

  @Test
  void whatIsWorseByChanceAloneIsAsGood() {
    var better = of("better", -1.0, -3.0, -1.0, -3.0);
    var worseInSome = of("worse in some", -2.0, -2.0, -2.0, -2.5);

    assertThat(PrequentialScore.best(List.of(worseInSome, better))).isEqualTo(better);
    assertThat(PrequentialScore.firstAsGood(List.of(worseInSome, better)))
        .isEqualTo("worse in some");
  }

  @Test
  void whatIsWorseInAllCasesIsNot() {
    var better = of("better", -1.0, -3.0, -1.0, -3.0);
    var worseInAll = of("worse in all", -1.1, -3.1, -1.1, -3.2);

    assertThat(PrequentialScore.firstAsGood(List.of(worseInAll, better))).isEqualTo("better");
  }
}
