package org.metarec;

import com.google.errorprone.annotations.FormatMethod;

/** The model is being trained or dropped by somebody else. */
public final class BusyException extends MetarecException {

  @FormatMethod
  public BusyException(String format, Object... args) {
    super(format, args);
  }
}
