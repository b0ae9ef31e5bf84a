package org.metarec.meta.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.triple.RandomOrder;
import org.metarec.triple.time.ItemArrivals;
import org.metarec.triple.time.ItemTimes;

class ItemPoolsTest {
  private static final int ITEMS = 2000;
  private static final ItemArrivals ALWAYS = arrivals(new double[ITEMS]);

  /** Of items with an interaction each. */
  private static ItemArrivals arrivals(double[] moments) {
    return ItemArrivals.of(moments.length, IntStream.range(0, moments.length).toArray(), moments);
  }

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

    ItemPool rivals = new ItemPools(known, times, ALWAYS).around(item, random);

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
    ItemPools pools = new ItemPools(known, new ItemTimes(years), ALWAYS);
    SplittableRandom random = new SplittableRandom(1);

    assertThat(pools.around(0, random)).isSameAs(pools.all());
    assertThat(pools.around(99, random)).isSameAs(pools.all());
    assertThat(drawn(pools.all(), known.length, random)).containsExactly(known);
  }

  /** Items come three a moment, in an order of their own. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void whatHadArrivedIsWhatCameThenOrBefore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = RandomOrder.of(ITEMS, random);
    double[] moments = IntStream.of(order).mapToDouble(place -> Math.floorDiv(place, 3)).toArray();
    int[] known = IntStream.range(0, ITEMS).filter(i -> i % 7 > 0).toArray();
    int moment = 50 + random.nextInt(ITEMS / 3);

    ItemPool there =
        new ItemPools(known, new ItemTimes(new float[ITEMS]), arrivals(moments)).arrived(moment);

    int[] expected = IntStream.of(known).filter(i -> moments[i] <= moment).toArray();
    assertThat(IntStream.of(known).filter(there::contains).toArray()).containsExactly(expected);
    assertThat(drawn(there, expected.length, random)).containsExactly(expected);
  }

  @Test
  void whereFewHadArrivedAllAreRivals() {
    double[] moments = IntStream.range(0, 100).asDoubleStream().toArray();
    int[] known = IntStream.range(0, 100).toArray();
    ItemPools pools = new ItemPools(known, new ItemTimes(new float[100]), arrivals(moments));

    assertThat(pools.arrived(30)).isSameAs(pools.all());
    assertThat(pools.arrived(Double.NEGATIVE_INFINITY)).isSameAs(pools.all());
    assertThat(pools.arrived(70)).isNotSameAs(pools.all());
  }

  @Test
  void someAreAllOfAFewOrAsManyAsAskedForOfMany() {
    int[] known = IntStream.range(0, 100).map(i -> 7 * i).toArray();
    ItemPool all = new ItemPools(known, new ItemTimes(new float[700]), ALWAYS).all();

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
