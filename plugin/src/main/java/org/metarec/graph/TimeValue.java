package org.metarec.graph;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Times as numbers. Dates and datetimes without a zone are taken as UTC, a date as its midnight.
 */
public final class TimeValue {
  /** The last year of four digits. */
  private static final double NEVER = 9999;

  /** More than any date in digits. As seconds since 1970 it is in 1973, as milliseconds a day. */
  private static final double LEAST_SECONDS = 1e8;

  /** As seconds it would be in the year 5138, as milliseconds it is in 1973. */
  private static final double LEAST_MILLISECONDS = 1e11;

  private static final double SECONDS_OF_A_YEAR = 365.2425 * 24 * 60 * 60;

  private TimeValue() {}

  /**
   * When something happened, to be compared with other times of the same property.
   *
   * @param value date, datetime, local datetime or number
   * @return seconds since 1970, to about a quarter of a microsecond, or the number; empty for all
   *     else, NaN and infinity included
   */
  public static OptionalDouble moment(Object value) {
    Optional<OffsetDateTime> datetime = datetime(value);
    return datetime.isPresent()
        ? OptionalDouble.of(datetime.get().toEpochSecond() + datetime.get().getNano() * 1e-9)
        : number(value);
  }

  /**
   * When something appeared, in years: 1995-07-02 is about 1995.5. A number is a year, or a date
   * written 19950702, or seconds or milliseconds since 1970, from some years after that on: a unit
   * that was taken for years would make all items but the newest infinitely old.
   *
   * @param value date, datetime, local datetime or number
   * @return empty for all else, NaN and infinity included, and for the years 0 and 9999, which
   *     stand for unknown and for never
   */
  public static OptionalDouble years(Object value) {
    Optional<OffsetDateTime> datetime = datetime(value);
    DoubleStream years =
        datetime.isPresent()
            ? DoubleStream.of(years(datetime.get()))
            : number(value).stream().map(TimeValue::years);
    return years.filter(year -> Math.abs(year) < NEVER).findFirst();
  }

  private static double years(double number) {
    double size = Math.abs(number);
    if (size < NEVER) {
      return number == 0 ? Double.NaN : number;
    }
    if (size < LEAST_SECONDS) {
      return yearsOfDigits((int) number);
    }
    double seconds = size < LEAST_MILLISECONDS ? number : number / 1000;
    return 1970 + seconds / SECONDS_OF_A_YEAR;
  }

  /** Of 19950702; NaN if that is no date. */
  private static double yearsOfDigits(int date) {
    try {
      LocalDate day = LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
      return years(day.atStartOfDay().atOffset(ZoneOffset.UTC));
    } catch (DateTimeException noDate) {
      return Double.NaN;
    }
  }

  /** A finite number as it is; empty for all else. */
  public static OptionalDouble number(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  private static double years(OffsetDateTime datetime) {
    LocalDate date = datetime.toLocalDate();
    return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
  }

  private static Optional<OffsetDateTime> datetime(Object value) {
    if (value instanceof ZonedDateTime zoned) {
      return Optional.of(zoned.toOffsetDateTime());
    }
    if (value instanceof LocalDateTime local) {
      return Optional.of(local.atOffset(ZoneOffset.UTC));
    }
    return value instanceof LocalDate date
        ? Optional.of(date.atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC))
        : Optional.empty();
  }
}
