package org.metarec.procedure;

import org.neo4j.procedure.StatusDetailsAccessor;

/** For a procedure that a test calls without a server. */
final class NoStatus implements StatusDetailsAccessor {
  @Override
  public void setStatusDetails(String details) {}

  @Override
  public String statusDetails() {
    return "";
  }
}
