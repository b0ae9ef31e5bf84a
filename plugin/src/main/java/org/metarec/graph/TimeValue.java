package org.metarec.graph;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * Times as numbers. Dates and datetimes without a zone are taken as UTC, a date as its midnight.
 */
public final class TimeValue {
  /** The last year of four digits. */
  private static final double NEVER = 9999;

  /** More than any date in digits; as seconds it is in March 1973. */
  private static final double LEAST_SECONDS = 1e8;

  /** As seconds it would be in the year 2286, as milliseconds it is in April 1970. */
  private static final double LEAST_MILLISECONDS = 1e10;

  private static final double SECONDS_OF_A_YEAR = 365.2425 * 24 * 60 * 60;

  private static final Pattern DATE = Pattern.compile("\\d{4}-[01]\\d-[0-3]\\d(?!\\d)");

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
    return years.filter(year -> year != 0 && Math.abs(year) < NEVER).findFirst();
  }

  private static double years(double number) {
    double size = Math.abs(number);
    if (size < NEVER) {
      return number;
    }
    if (size < LEAST_SECONDS) {
      return yearsOfDigits((int) number);
    }
    double seconds = size < LEAST_MILLISECONDS ? number : number / 1000;
    return 1970 + seconds / SECONDS_OF_A_YEAR;
  }

  /** Of 19950702; NaN if that is no date. */
  private static double yearsOfDigits(int date) {
    int year = date / 10_000;
    int month = date / 100 % 100;
    int day = date % 100;
    boolean isDate =
        month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    return isDate
        ? years(LocalDate.of(year, month, day).atStartOfDay().atOffset(ZoneOffset.UTC))
        : Double.NaN;
  }

  /** Whether a value is text that begins with a date, 1996-07-04: no time, but one was meant. */
  public static boolean isWritten(Object value) {
    return value instanceof String text && DATE.matcher(text).lookingAt();
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
