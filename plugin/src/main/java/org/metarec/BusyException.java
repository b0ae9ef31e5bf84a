package org.metarec;

import com.google.errorprone.annotations.FormatMethod;

/**
 * Another call trains or drops the model, or holds nodes that the call writes to: another
 * transaction, or the caller's own.
 */
public final class BusyException extends MetarecException {

  @FormatMethod
  public BusyException(String format, Object... args) {
    super(format, args);
  }
}
