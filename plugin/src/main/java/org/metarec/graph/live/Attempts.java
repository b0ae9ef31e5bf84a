package org.metarec.graph.live;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.metarec.BusyException;
import org.metarec.graph.node.NodeIds;

/**
 * Starts a reading again if another version went live, or a node was deleted, while it ran: the
 * next one sees the result of that.
 */
final class Attempts {
  private static final int MOST = 5;

  private Attempts() {}

  /**
   * What a reading finds, once it is whole.
   *
   * @param reading empty if another version went live under it
   * @throws BusyException if that, or a deletion, happens each time
   */
  static <T> T untilWhole(String modelName, Supplier<Optional<T>> reading) {
    for (int attempt = 0; attempt < MOST; attempt++) {
      Optional<T> read = NodeIds.unlessDeleted(reading).flatMap(whole -> whole);
      if (read.isPresent()) {
        return read.get();
      }
    }
    throw new BusyException(
        "model '%s' or its items changed each of the %d times they were read; call again",
        modelName, MOST);
  }

  /**
   * What a reading finds if the same version serves before and after it. If another went live
   * meanwhile, what was read, or thrown, is of parts of two versions: it is dropped, and the result
   * is empty.
   */
  static <V, T> Optional<T> ofOneVersion(Supplier<V> version, Function<V, T> reading) {
    V before = version.get();
    try {
      T read = reading.apply(before);
      return before.equals(version.get()) ? Optional.of(read) : Optional.empty();
    } catch (RuntimeException partsOfTwoVersions) {
      if (before.equals(version.get())) {
        throw partsOfTwoVersions; // of one, after all
      }
      return Optional.empty();
    }
  }
}
