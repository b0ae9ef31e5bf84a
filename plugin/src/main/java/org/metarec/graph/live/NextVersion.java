package org.metarec.graph.live;

import java.util.Optional;

/**
 * The version of a model that will follow the one that serves, once it has been read. Thread-safe.
 */
final class NextVersion {
  private final GraphChanges changes;
  private Optional<Reading> ready = Optional.empty();
  private boolean isEnded;

  NextVersion(GraphChanges changes) {
    this.changes = changes;
  }

  synchronized void keep(Reading reading) {
    forget();
    if (isEnded) {
      changes.end(reading.watch());
    } else {
      ready = Optional.of(reading);
    }
  }

  synchronized Optional<Reading> ready() {
    return ready;
  }

  /** Hands it over, if it is that version. */
  synchronized Optional<Reading> take(String version) {
    Optional<Reading> taken = ready.filter(reading -> reading.isOf(version));
    if (taken.isPresent()) {
      ready = Optional.empty();
    }
    return taken;
  }

  /** It will never serve. */
  synchronized void forget() {
    ready.map(Reading::watch).ifPresent(changes::end);
    ready = Optional.empty();
  }

  /** None is kept from now on. */
  synchronized void end() {
    isEnded = true;
    forget();
  }
}
