package org.metarec.triple.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumberedIdsTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void anIdHasItsPlaceAsNumberInOrderOrNot(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] ids = random.longs(random.nextInt(200), 0, 1000).distinct().toArray();

    assertAllAreFound(ids);
    assertAllAreFound(Arrays.stream(ids).sorted().toArray());
  }

  private static void assertAllAreFound(long[] ids) {
    NumberedIds numbered = new NumberedIds(ids.clone());

    assertThat(numbered.count()).isEqualTo(ids.length);
    for (int number = 0; number < ids.length; number++) {
      assertThat(numbered.id(number)).isEqualTo(ids[number]);
      assertThat(numbered.number(ids[number])).isEqualTo(number);
    }
    assertThat(numbered.number(1000)).isEqualTo(-1);
  }
}
