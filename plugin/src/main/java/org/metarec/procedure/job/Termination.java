package org.metarec.procedure.job;

import org.metarec.triple.Progress;
import org.neo4j.procedure.TerminationGuard;

/** Stops work when the transaction ends; reports nothing. */
public record Termination(TerminationGuard guard) implements Progress {

  @Override
  public void report(String stage, double fraction) {}

  @Override
  public void checkRunning() {
    guard.check();
  }
}
