package org.metarec.procedure;

import org.metarec.triple.Progress;
import org.neo4j.procedure.TerminationGuard;

/** Hears of the transaction's end and tells nobody anything. */
record Termination(TerminationGuard guard) implements Progress {

  @Override
  public void report(String stage, double fraction) {}

  @Override
  public void checkRunning() {
    guard.check();
  }
}
