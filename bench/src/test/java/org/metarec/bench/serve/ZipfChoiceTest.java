package org.metarec.bench.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZipfChoiceTest {
  private static double[] shares(ZipfChoice choice) {
    return IntStream.range(0, choice.count()).mapToDouble(choice::share).toArray();
  }

  @Test
  void theFirstIsDrawnAsManyTimesMoreOftenThanAnotherAsTheExponentSays() {
    double[] shares = shares(new ZipfChoice(100, 0.5));

    assertThat(IntStream.range(0, 100).mapToDouble(k -> shares[k]).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(shares[0] / shares[3]).isCloseTo(2, within(1e-9));
    assertThat(shares[0] / shares[99]).isCloseTo(10, within(1e-9));
  }

  @Test
  void withoutAnExponentAllAreDrawnAlike() {
    assertThat(shares(new ZipfChoice(5, 0))).containsOnly(0.2);
  }

  @Test
  void drawsFollowTheShares() {
    ZipfChoice choice = new ZipfChoice(10, 1);
    SplittableRandom random = new SplittableRandom(1);
    double first =
        IntStream.range(0, 10_000).filter(i -> choice.drawDistinct(1, random)[0] == 0).count();

    assertThat(first / 10_000).isCloseTo(choice.share(0), within(0.02));
  }
}
