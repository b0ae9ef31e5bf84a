package org.metarec.graph;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Times as numbers. Dates and datetimes without a zone are taken as UTC, a date as its midnight;
 * numbers are taken as they are, whatever their unit.
 */
public final class TimeValue {

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
   * When something appeared, in years: 1995-07-02 is about 1995.5.
   *
   * @param value date, datetime, local datetime or number
   * @return empty for all else, NaN and infinity included
   */
  public static OptionalDouble years(Object value) {
    Optional<OffsetDateTime> datetime = datetime(value);
    return datetime.isPresent() ? OptionalDouble.of(years(datetime.get())) : number(value);
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
