package org.metarec.meta.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.triple.ItemTimes;

class ItemPoolsTest {
  private static final int ITEMS = 2000;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void rivalsAreOfThreeYearsAroundTheItem(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] years = new float[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      boolean isWhole = random.nextBoolean();
      years[i] = 1990 + (isWhole ? random.nextInt(10) : 10 * (float) random.nextDouble());
    }
    ItemTimes times = new ItemTimes(years);
    int[] known = IntStream.range(0, ITEMS).filter(i -> i % 3 > 0).toArray();
    int item = known[random.nextInt(known.length)];

    ItemPool rivals = new ItemPools(known, times).around(item, random);

    int[] members = IntStream.of(known).filter(rivals::contains).toArray();
    assertThat(rivals.contains(item)).isTrue();
    assertThat(members).hasSizeLessThan(known.length);
    double oldest = IntStream.of(members).mapToDouble(times::year).min().orElseThrow();
    double latest = IntStream.of(members).mapToDouble(times::year).max().orElseThrow();
    assertThat(latest - oldest).isLessThan(3);
    assertThat(drawn(rivals, members.length, random)).containsExactly(members);
  }

  @Test
  void whereAnItemHasNoTimeOrTooFewRivalsAllAreRivals() {
    float[] years = new float[100];
    for (int i = 0; i < years.length; i++) {
      years[i] = i < 50 ? Float.NaN : 1000 + 10 * i; // nobody within three years
    }
    int[] known = IntStream.range(0, years.length).toArray();
    ItemPools pools = new ItemPools(known, new ItemTimes(years));
    SplittableRandom random = new SplittableRandom(1);

    assertThat(pools.around(0, random)).isSameAs(pools.all());
    assertThat(pools.around(99, random)).isSameAs(pools.all());
    assertThat(drawn(pools.all(), known.length, random)).containsExactly(known);
  }

  @Test
  void someAreAllOfAFewOrAsManyAsAskedForOfMany() {
    int[] known = IntStream.range(0, 100).map(i -> 7 * i).toArray();
    ItemPool all = new ItemPools(known, new ItemTimes(new float[700])).all();

    assertThat(all.some(100, new SplittableRandom(1)))
        .containsExactlyElementsOf(IntStream.of(known).boxed().toList());
    assertThat(all.some(99, new SplittableRandom(1)))
        .hasSize(99)
        .allMatch(item -> item % 7 == 0 && all.contains(item));
  }

  /** The distinct items of so many draws that each of the pool is among them, ascending. */
  private static int[] drawn(ItemPool pool, int size, SplittableRandom random) {
    return IntStream.generate(() -> pool.draw(random))
        .limit(30L * size)
        .distinct()
        .sorted()
        .toArray();
  }
}
