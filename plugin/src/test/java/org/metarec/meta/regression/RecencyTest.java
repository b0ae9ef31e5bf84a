package org.metarec.meta.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.triple.time.ItemTimes;

class RecencyTest {
  private static Recency recency(double least, float... years) {
    return Recency.of(new ItemTimes(years), IntStream.range(0, years.length).toArray(), 2, least);
  }

  private static double together(Recency recency, float... years) {
    double sum = 0;
    for (float year : years) {
      sum += recency.of(year);
    }
    return sum;
  }

  @Test
  void whereTheNewestAreManyTheyAreTheLast() {
    Recency recency = recency(2, 2000, 2004, 2006, 2006);

    assertThat(recency.last()).isEqualTo(2006);
    assertThat(recency.of(2004)).isCloseTo(1 / Math.E, within(1e-12));
  }

  @Test
  void whatIsAheadOfTheOthersCountsAsTheyDo() {
    Recency recency = recency(2, 2000, 2006, 2006, 2019);

    assertThat(recency.last()).isEqualTo(2006);
    assertThat(recency.of(2019)).isEqualTo(1);
  }

  @Test
  void anUnknownYearIsOneOfTheLast() {
    assertThat(recency(2, 2000, 2006, Float.NaN).last()).isEqualTo(2006);
    assertThat(recency(2, 2000, 2006, Float.NaN).of(Float.NaN)).isEqualTo(1);
    assertThat(recency(2, Float.NaN).of(1999)).isEqualTo(1);
    assertThat(recency(2).of(1999)).isEqualTo(1);
  }

  /** Ten books of the year 9999 are no catalogue that is to come. */
  @Test
  void aYearThatManyHaveByMistakeIsNoLastOne() {
    float[] years = new float[110];
    for (int item = 0; item < years.length; item++) {
      years[item] = item < 100 ? 2000 + item / 10 : 9999;
    }

    assertThat(recency(10, years).last()).isEqualTo(2009);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void theLastYearIsTheLatestWithWhichAllCountEnough(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] years = new float[40];
    for (int item = 0; item < years.length; item++) {
      years[item] = 1990 + random.nextInt(30);
    }
    double least = 1 + random.nextInt(39);

    Recency recency = recency(least, years);

    assertThat(together(recency, years)).isGreaterThanOrEqualTo(least);
    for (float year : years) {
      if (year > recency.last()) {
        assertThat(together(new Recency(year, 2), years)).isLessThan(least);
      }
    }
  }

  @Test
  void whereItemsAreTooFewAllCountAlike() {
    assertThat(together(recency(30, 1990, 2000, 2010), 1990, 2000, 2010)).isEqualTo(3);
  }
}
