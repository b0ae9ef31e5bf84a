package org.metarec.server;

/** What stops the quickstart, in words for the person at the terminal. */
final class QuickstartException extends RuntimeException {
  /** Exit status of a command line that was not understood, as in POSIX shells. */
  static final int MISUSE = 2;

  /** Exit status of everything else that goes wrong. */
  static final int FAILURE = 1;

  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  QuickstartException(int exitStatus, String message) {
    super(message);
    this.exitStatus = exitStatus;
  }

  QuickstartException(String message) {
    this(FAILURE, message);
  }

  int exitStatus() {
    return exitStatus;
  }
}
