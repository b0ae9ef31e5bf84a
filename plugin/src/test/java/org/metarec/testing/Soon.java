package org.metarec.testing;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** For what another thread does when it comes to it. */
public final class Soon {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int PAUSES = 1500;

  private Soon() {}

  /** Whether something comes true within half a minute; waits for it. */
  public static boolean comesTrue(BooleanSupplier condition) {
    for (int pause = 0; pause < PAUSES && !condition.getAsBoolean(); pause++) {
      Uninterruptibles.sleepUninterruptibly(PAUSE);
    }
    return condition.getAsBoolean();
  }
}
