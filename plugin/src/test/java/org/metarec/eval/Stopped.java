package org.metarec.eval;

import java.util.concurrent.CancellationException;
import org.metarec.triple.Progress;

/** A caller that wants no more. */
final class Stopped implements Progress {
  static final Progress PROGRESS = new Stopped();

  private Stopped() {}

  @Override
  public void report(String stage, double fraction) {}

  @Override
  public void checkRunning() {
    throw new CancellationException();
  }
}
