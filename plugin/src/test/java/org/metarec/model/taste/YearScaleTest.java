package org.metarec.model.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.triple.time.ItemTimes;

class YearScaleTest {

  private static YearScale scale(float... years) {
    return YearScale.of(new ItemTimes(years), IntStream.range(0, years.length));
  }

  @Test
  void yearsAreMeasuredInSpreadsFromTheirMean() {
    YearScale scale = scale(1990, Float.NaN, 2010);
    assertThat(scale).isEqualTo(new YearScale(2000, 10, 1990, 2010));
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
    assertThat(YearScale.of(times, IntStream.of(0, 1)))
        .isEqualTo(new YearScale(2000, 10, 1990, 2010));
  }

  @Test
  void withoutYearsTheScaleIsThatOfYears() {
    assertThat(scale(Float.NaN)).isEqualTo(new YearScale(0, 1, 0, 0));
  }

  @Test
  void itemsOfTheSameDayAreNotSpread() {
    float hours = 1 / 2048f; // four
    assertThat(scale(2020, 2020 + hours).spread()).isEqualTo(1);
  }

  /** An article that is to appear in a year, or whose year is mistyped. */
  @Test
  void whatYearsMeanIsNotDrawnOutBeyondThem() {
    YearScale scale = scale(1990, 2010);
    assertThat(scale.standard(2099)).isEqualTo(scale.standard(2010));
    assertThat(scale.standard(1066)).isEqualTo(scale.standard(1990));
  }

  /** A date that was set to 0, among articles of ten days. */
  @Test
  void aMistakeDoesNotHideWhatAllOthersDifferBy() {
    float[] years = new float[101];
    for (int day = 0; day < 100; day++) {
      years[day] = 2026 + day % 10 / 365f;
    }
    years[100] = 1970;
    YearScale scale = scale(years);
    assertThat(scale.spread()).isBetween(2 / 365f, 4 / 365f);
    assertThat(scale.standard(1970)).isEqualTo(scale.standard(2026));
  }
}
