package org.metarec;

import com.google.errorprone.annotations.FormatMethod;

/** The jar's native libraries are for another operating system or processor than this one. */
public final class PlatformException extends MetarecException {

  @FormatMethod
  public PlatformException(String format, Object... args) {
    super(format, args);
  }
}
