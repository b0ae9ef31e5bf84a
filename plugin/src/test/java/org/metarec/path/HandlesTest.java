package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 0xFFFF_FFFEL, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MAX_VALUE})
  void theyAreWhatWasGivenHoweverFarApart(long distance) {
    for (long lowest : new long[] {0, 7, Long.MAX_VALUE - distance, Long.MIN_VALUE}) {
      long[] given = {lowest + distance / 2, lowest, lowest + distance, 42};

      Handles handles = Handles.of(given, 3);

      long[] kept = IntStream.range(0, 3).mapToLong(handles::get).toArray();
      assertThat(kept).containsExactly(given[0], given[1], given[2]);
    }
  }
}
