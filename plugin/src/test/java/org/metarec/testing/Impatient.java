package org.metarec.testing;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.metarec.triple.Progress;

/** A caller that wants no more once it was asked some times. */
public final class Impatient implements Progress {
  private final AtomicInteger checksLeft;

  /**
   * @param checks how often it answers that the work may go on
   */
  public Impatient(int checks) {
    this.checksLeft = new AtomicInteger(checks);
  }

  @Override
  public void checkRunning() {
    if (checksLeft.decrementAndGet() < 0) {
      throw new CancellationException();
    }
  }
}
