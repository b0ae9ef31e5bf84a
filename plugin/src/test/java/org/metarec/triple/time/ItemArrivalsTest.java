package org.metarec.triple.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemArrivalsTest {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private static ItemArrivals arrivals(int[] items, double... times) {
    return ItemArrivals.of(3, items, times);
  }

  @Test
  void anItemIsThereFromItsFirstInteractionOn() {
    ItemArrivals arrivals = arrivals(new int[] {1, 0, 1, 0, 2}, 7, 5, 6, 8, 8);

    assertThat(arrivals.moment(0)).isEqualTo(5);
    assertThat(arrivals.moment(1)).isEqualTo(6);
    assertThat(arrivals.exposure(0)).isEqualTo(1);
    assertThat(arrivals.exposure(1)).isEqualTo(4 / 5.0);
    assertThat(arrivals.exposure(2)).as("with another at one moment").isEqualTo(2 / 5.0);
  }

  @Test
  void whatHasNoTimeIsBeforeAllThatHasOne() {
    ItemArrivals arrivals = arrivals(new int[] {0, 0, 1, 2}, NEVER, 9, NEVER, 9);

    assertThat(arrivals.moment(0)).isEqualTo(NEVER);
    assertThat(arrivals.exposure(0)).isEqualTo(1);
    assertThat(arrivals.exposure(2)).isEqualTo(2 / 4.0);
  }

  @Test
  void whatDoesNotCountSaysNothing() {
    ItemArrivals arrivals = arrivals(new int[] {0, -1, 0, 1}, 9, Double.NaN, Double.NaN, 8);

    assertThat(arrivals.moment(0)).isEqualTo(9);
    assertThat(arrivals.exposure(0)).isEqualTo(1 / 2.0);
    assertThat(arrivals.moment(2)).as("of an item without any").isEqualTo(NEVER);
    assertThat(arrivals.exposure(2)).isEqualTo(1);
  }

  @Test
  void withoutAnyTimeAllWereAlwaysThere() {
    ItemArrivals arrivals = arrivals(new int[] {0, 1}, NEVER, NEVER);

    assertThat(arrivals.exposure(1)).isEqualTo(1);
    assertThat(arrivals(new int[0]).exposure(1)).isEqualTo(1);
  }
}
