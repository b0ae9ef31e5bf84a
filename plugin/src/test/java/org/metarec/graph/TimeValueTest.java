package org.metarec.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeValueTest {

  @Test
  void theSameMomentIsTheSameNumberWhateverItsType() {
    double newYear = 1767225600;
    assertThat(TimeValue.moment(LocalDate.parse("2026-01-01"))).hasValue(newYear);
    assertThat(TimeValue.moment(LocalDateTime.parse("2026-01-01T00:00"))).hasValue(newYear);
    assertThat(TimeValue.moment(ZonedDateTime.parse("2026-01-01T01:00+01:00"))).hasValue(newYear);
  }

  @Test
  void millisecondsAreToldApart() {
    ZonedDateTime now = ZonedDateTime.parse("2026-01-01T00:00Z");
    assertThat(TimeValue.moment(now.plus(Duration.ofMillis(1))).orElseThrow())
        .isCloseTo(1767225600.001, within(1e-6));
  }

  @Test
  void yearsOfDatesAreFractional() {
    assertThat(TimeValue.years(LocalDate.parse("1995-01-01"))).hasValue(1995);
    assertThat(TimeValue.years(LocalDate.parse("1996-12-31")).orElseThrow())
        .isCloseTo(1996 + 365 / 366.0, within(1e-9));
  }

  @Test
  void numbersAreTakenAsTheyAre() {
    assertThat(TimeValue.moment(17L)).hasValue(17);
    assertThat(TimeValue.years(1995.5)).hasValue(1995.5);
    assertThat(TimeValue.number(3)).hasValue(3);
  }

  @Test
  void numbersThatAreNoYearsAreDatesOrTimesSince1970() {
    double july = TimeValue.years(LocalDate.parse("1995-07-02")).orElseThrow();
    long seconds = ZonedDateTime.parse("1995-07-02T00:00Z").toEpochSecond();
    assertThat(TimeValue.years(19950702)).hasValue(july);
    assertThat(TimeValue.years(seconds).orElseThrow()).isCloseTo(july, within(0.01));
    assertThat(TimeValue.years(seconds * 1000).orElseThrow()).isCloseTo(july, within(0.01));
    assertThat(TimeValue.years(-seconds).orElseThrow()).isCloseTo(1944.5, within(0.01));
    assertThat(TimeValue.years(70_243_200_000L).orElseThrow())
        .as("milliseconds of 1972-03-24")
        .isCloseTo(1972.2, within(0.03));
    assertThat(TimeValue.years(-700)).as("Homer").hasValue(-700);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9999, -9999, 10_000, 19951302, 99991231, Long.MAX_VALUE, Long.MIN_VALUE})
  void whatStandsForNoTimeIsNone(long value) {
    assertThat(TimeValue.years(value)).isEmpty();
    assertThat(TimeValue.years(LocalDate.parse("9999-12-31"))).isEmpty();
    assertThat(TimeValue.years(LocalDate.parse("0000-01-01"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNeitherTimeNorNumber(double value) {
    assertThat(TimeValue.moment(value)).isEmpty();
    assertThat(TimeValue.years(value)).isEmpty();
    assertThat(TimeValue.number(value)).isEmpty();
  }

  @Test
  void textAndTimesOfTheDayAreNoTimes() {
    assertThat(TimeValue.moment("2026-01-01")).isEmpty();
    assertThat(TimeValue.years(LocalTime.NOON)).isEmpty();
    assertThat(TimeValue.number("5")).isEmpty();
  }
}
