package org.metarec.graph.waiting;

import java.time.Duration;

/**
 * For how long metarec waits for what others have locked.
 *
 * @param batch how long a transaction may take that changes many nodes: while it waits for one of
 *     them, others wait for all those before
 * @param step how long any other may take
 * @param inAll how long what must not be lost is tried: as long as the nightly jobs of others take
 */
public record Patience(Duration batch, Duration step, Duration inAll) {
  /** A batch takes a second, more from a slow disk. */
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(30));
}
