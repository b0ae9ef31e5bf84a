package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetsTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aRowBeginsAfterAllEntriesOfTheRowsBeforeIt(long seed) {
    Random random = new Random(seed);
    int rowCount = 1 + random.nextInt(20);
    int[] rows = random.ints(random.nextInt(100), 0, rowCount).toArray();

    assertThat(Offsets.of(rowCount, IntStream.of(rows)))
        .containsExactly(
            IntStream.rangeClosed(0, rowCount)
                .map(row -> (int) IntStream.of(rows).filter(other -> other < row).count())
                .toArray());
  }

  @Test
  void noRowsHaveNothingButAnEnd() {
    assertThat(Offsets.of(0, IntStream.empty())).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void aRowThatIsNotThereIsRefused(int row) {
    assertThatThrownBy(() -> Offsets.of(2, IntStream.of(row)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
