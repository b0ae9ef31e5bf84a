package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metarec.testing.ClickTimes;

class ItemArrivalsTest {
  private static final int[] OFFSETS = {0, 2, 4};

  /** Of four items, item 3 has none. */
  private static Interactions clicks() {
    return new Interactions(4, true, OFFSETS, new int[] {0, 1, 1, 2}, new float[4]);
  }

  @Test
  void anItemIsThereFromItsFirstInteractionOn() {
    InteractionTimes times = new InteractionTimes(OFFSETS, new double[] {5, 7, 6, 9});
    ItemArrivals arrivals = ItemArrivals.of(clicks(), times);

    assertThat(arrivals.of(0)).isEqualTo(5);
    assertThat(arrivals.of(1)).isEqualTo(6);
    assertThat(arrivals.of(2)).isEqualTo(9);
    assertThat(arrivals.of(3)).isNaN();
  }

  @Test
  void whereNobodySaysWhenItWasAlwaysThere() {
    double never = Double.NEGATIVE_INFINITY;
    InteractionTimes times = new InteractionTimes(OFFSETS, new double[] {never, 7, never, 9});

    assertThat(ItemArrivals.of(clicks(), times).of(1)).isEqualTo(never);
    assertThat(ItemArrivals.of(clicks(), ClickTimes.unknown(OFFSETS)).of(2)).isEqualTo(never);
  }
}
