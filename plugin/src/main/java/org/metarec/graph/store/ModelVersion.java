package org.metarec.graph.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;

/** Versions of models: the time of publishing, so that their order as text is that of time. */
final class ModelVersion {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'");

  private ModelVersion() {}

  /** A version after all of those given, even if the clock was set back. */
  static String next(Clock clock, Collection<String> given) {
    String now = FORMAT.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (given.isEmpty() || Collections.max(given).compareTo(now) < 0) {
      return now;
    }
    LocalDateTime last = LocalDateTime.parse(Collections.max(given), FORMAT);
    return FORMAT.format(last.plus(Duration.ofMillis(1)));
  }
}
