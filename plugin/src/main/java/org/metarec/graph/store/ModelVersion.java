package org.metarec.graph.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Versions of models: the time when their rows were written, so that their order as text is that of
 * time.
 */
final class ModelVersion {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'");

  private ModelVersion() {}

  /**
   * A version after all of those given, even if the clock was set back.
   *
   * @param given what is no version, in a model that somebody has spoiled, does not count
   */
  static String next(Clock clock, Collection<String> given) {
    String now = FORMAT.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    return given.stream()
        .map(ModelVersion::time)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .map(last -> FORMAT.format(last.plus(Duration.ofMillis(1))))
        .filter(next -> next.compareTo(now) > 0)
        .orElse(now);
  }

  private static Optional<LocalDateTime> time(String version) {
    try {
      return Optional.of(LocalDateTime.parse(version, FORMAT));
    } catch (DateTimeParseException noVersion) {
      return Optional.empty();
    }
  }
}
