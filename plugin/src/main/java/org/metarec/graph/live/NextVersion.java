package org.metarec.graph.live;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * What was read of the version of a model that will follow the one that serves. Thread-safe.
 *
 * @param <T> what was read, of one version
 */
final class NextVersion<T> {
  private final BiPredicate<T, String> isOf;
  private final Consumer<T> end;
  private Optional<T> ready = Optional.empty();

  /**
   * @param isOf whether something was read of a version
   * @param end ends the watch of what was read and is not needed
   */
  NextVersion(BiPredicate<T, String> isOf, Consumer<T> end) {
    this.isOf = isOf;
    this.end = end;
  }

  synchronized void keep(T read) {
    forget();
    ready = Optional.of(read);
  }

  synchronized Optional<T> ready() {
    return ready;
  }

  /** Hands it over, if it is that version. */
  synchronized Optional<T> take(String version) {
    Optional<T> taken = ready.filter(read -> isOf.test(read, version));
    if (taken.isPresent()) {
      ready = Optional.empty();
    }
    return taken;
  }

  /** It will never serve. */
  synchronized void forget() {
    ready.ifPresent(end);
    ready = Optional.empty();
  }
}
