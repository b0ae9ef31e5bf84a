package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.Impatient;

class RowOrderTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void itSortsAsAComparatorDoes(long seed) {
    Random random = new Random(seed);
    int size = random.nextInt(200);
    int[] ids = random.ints(size, -3, 3).toArray();
    long[] handles = random.longs(size).toArray();
    double[] times = random.doubles(size, -1, 1).map(time -> Math.round(4 * time) / 4.0).toArray();
    Integer[] expected =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(row -> ids[row])
                    .thenComparingDouble(row -> times[row] + 0.0)
                    .thenComparingLong(row -> handles[row]))
            .toArray(Integer[]::new);
    int[] rows =
        new RowOrder(size)
            .by(row -> handles[row])
            .by(row -> RowOrder.ascending(times[row]))
            .by(row -> ids[row])
            .rows();
    assertThat(IntStream.of(rows).boxed()).containsExactly(expected);
  }

  @Test
  void equalRowsKeepTheirOrder() {
    assertThat(new RowOrder(4).by(row -> row % 2).rows()).containsExactly(0, 2, 1, 3);
  }

  @Test
  void itEndsBetweenTwoPassesIfItsCallerWantsNoMore() {
    RowOrder order = new RowOrder(4, new Impatient(0));

    assertThatThrownBy(() -> order.by(row -> row)).isInstanceOf(CancellationException.class);
  }

  @Test
  void doublesAscendFromInfinityToInfinity() {
    double[] ascending = {
      Double.NEGATIVE_INFINITY,
      -1e300,
      -1,
      -Double.MIN_VALUE,
      0,
      Double.MIN_VALUE,
      1,
      1e300,
      Double.POSITIVE_INFINITY
    };
    assertThat(IntStream.range(0, ascending.length).mapToObj(i -> RowOrder.ascending(ascending[i])))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(RowOrder.ascending(-0.0)).isEqualTo(RowOrder.ascending(0.0));
  }
}
