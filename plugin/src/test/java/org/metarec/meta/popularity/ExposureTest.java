package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.triple.time.ItemArrivals;

class ExposureTest {
  private static final int ITEMS = 3000;
  private static final double MEAN = 40;

  /** Of each item, ascending; a shop that has been open from moment 0 to 1. */
  private final double[][] clicks = new double[ITEMS][];

  /**
   * Half of the items are there at 0, the others come one by one, and each is clicked in a while as
   * often as it deserves, which has an exponential distribution.
   */
  private void open(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int item = 0; item < ITEMS; item++) {
      double rate = -MEAN * Math.log(1 - random.nextDouble());
      clicks[item] =
          DoubleStream.iterate(
                  next(arrival(item), rate, random), t -> t < 1, t -> next(t, rate, random))
              .toArray();
    }
  }

  private static double next(double time, double rate, SplittableRandom random) {
    return time - Math.log(1 - random.nextDouble()) / rate;
  }

  private static double arrival(int item) {
    return item % 2 == 0 ? 0 : item / (double) ITEMS;
  }

  /** NaN for an item that nobody has clicked. */
  private float[] likes() {
    float[] likes = new float[ITEMS];
    for (int item = 0; item < ITEMS; item++) {
      likes[item] = clicks[item].length == 0 ? Float.NaN : clicks[item].length;
    }
    return likes;
  }

  /**
   * What the exposure makes of them.
   *
   * @param clock what a time is called
   */
  private float[] wholeTime(DoubleUnaryOperator clock) {
    int[] items =
        IntStream.range(0, ITEMS)
            .flatMap(item -> IntStream.generate(() -> item).limit(clicks[item].length))
            .toArray();
    double[] times = Arrays.stream(clicks).flatMapToDouble(Arrays::stream).map(clock).toArray();
    ItemArrivals arrivals = ItemArrivals.of(ITEMS, items, times);
    return new Exposure(arrivals, LikeRates.LASTING).wholeTime(likes());
  }

  private static double mean(float[] likes, IntStream items) {
    return items
        .mapToDouble(item -> likes[item])
        .filter(like -> !Double.isNaN(like))
        .average()
        .orElseThrow();
  }

  /** Those of the last tenth have two or three clicks each, the others forty. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void anItemThatHasJustComeCountsAsMuchAsThoseThatWereAlwaysThere(long seed) {
    open(seed);
    float[] whole = wholeTime(t -> t);
    IntStream late = IntStream.range(0, ITEMS).filter(item -> arrival(item) > 0.9);
    IntStream always = IntStream.range(0, ITEMS).filter(item -> arrival(item) == 0);

    assertThat(mean(whole, late)).isCloseTo(mean(whole, always), withinPercentage(15));
  }

  /** Of all items that have been clicked as often. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void ofEquallyManyClicksThoseOfLessTimeCountMore(long seed) {
    open(seed);
    float[] whole = wholeTime(t -> t);
    int[] same =
        IntStream.range(0, ITEMS)
            .filter(item -> clicks[item].length == 5)
            .boxed()
            .sorted(Comparator.comparingDouble(item -> clicks[item][0]))
            .mapToInt(item -> item)
            .toArray();

    assertThat(same).hasSizeGreaterThan(10);
    assertThat(whole[same[0]]).isGreaterThanOrEqualTo(5);
    for (int i = 1; i < same.length; i++) {
      assertThat(whole[same[i]]).isGreaterThan(whole[same[i - 1]]);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void theUnitOfTimeDoesNotMatter(long seed) {
    open(seed);

    assertThat(wholeTime(t -> 1.7e12 + 1e9 * t)).containsExactly(wholeTime(t -> Math.exp(9 * t)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whereNobodySaysWhenLikesAreWhatTheyAre(long seed) {
    open(seed);

    assertThat(wholeTime(t -> Double.NEGATIVE_INFINITY)).containsExactly(likes());
  }
}
