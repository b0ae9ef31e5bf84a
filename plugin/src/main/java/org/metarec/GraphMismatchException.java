package org.metarec;

import com.google.errorprone.annotations.FormatMethod;

/** The graph does not hold what a call needs: no such user, no relations, an ambiguous key. */
public final class GraphMismatchException extends MetarecException {

  @FormatMethod
  public GraphMismatchException(String format, Object... args) {
    super(format, args);
  }
}
