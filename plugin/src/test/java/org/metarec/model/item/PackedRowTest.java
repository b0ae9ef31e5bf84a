package org.metarec.model.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTables;

class PackedRowTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aRowOfATableComesBackAsItWas(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = 1 + random.nextInt(70);
    float[] scored = RandomTables.floats(random, width + 1);
    float likes = random.nextBoolean() ? ItemTable.NOBODY : random.nextInt(1_000_000);
    float[] row = ItemTable.rowOf(scored, likes, 1900 + random.nextInt(200));

    byte[] packed = PackedRow.pack(row);

    assertThat(packed).hasSize(PackedRow.length(width)).hasSize(2 * width + 12);
    assertThat(PackedRow.unpack(packed)).isEqualTo(row);
  }

  @Test
  void bytesAreThoseOfTheStandard() {
    assertThat(PackedRow.pack(new float[] {1, -2, 0.5f, 3, 1999}))
        .containsExactly(0x3c, 0, 0xc0, 0, 0x3f, 0, 0, 0, 0x40, 0x40, 0, 0, 0x44, 0xf9, 0xe0, 0);
  }
}
