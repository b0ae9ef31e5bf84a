package org.metarec.model.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.triple.ItemTimes;

class YearScaleTest {

  private static YearScale scale(float... years) {
    return YearScale.of(new ItemTimes(years), IntStream.range(0, years.length));
  }

  @Test
  void yearsAreMeasuredInSpreadsFromTheirMean() {
    YearScale scale = scale(1990, Float.NaN, 2010);
    assertThat(scale).isEqualTo(new YearScale(2000, 10));
    assertThat(scale.standard(2005)).isEqualTo(0.5f);
    assertThat(YearScale.of(scale.toArray())).isEqualTo(scale);
  }

  @Test
  void aYearThatNobodySaysCountsAsTheMean() {
    assertThat(scale(1990, 2010).standard(Float.NaN)).isZero();
  }

  @Test
  void onlyTheGivenItemsCount() {
    ItemTimes times = new ItemTimes(new float[] {1990, 2010, 1500});
    assertThat(YearScale.of(times, IntStream.of(0, 1))).isEqualTo(new YearScale(2000, 10));
  }

  @Test
  void withoutYearsTheScaleIsThatOfYears() {
    assertThat(scale(Float.NaN)).isEqualTo(new YearScale(0, 1));
  }

  @Test
  void itemsOfTheSameDayAreNotSpread() {
    float hours = 1 / 2048f; // four
    YearScale scale = scale(2020, 2020 + hours);
    assertThat(scale.spread()).isEqualTo(1);
    assertThat(scale.standard(2021)).isLessThan(1);
  }
}
