package org.metarec;

import com.google.errorprone.annotations.FormatMethod;

/** Training left the finite numbers; the message says at which epoch, batch and triple. */
public final class DivergenceException extends MetarecException {

  @FormatMethod
  public DivergenceException(String format, Object... args) {
    super(format, args);
  }
}
