package org.metarec;

import com.google.errorprone.annotations.FormatMethod;

/** A stored model is missing, incomplete or not of the form that this version reads. */
public final class ModelFormatException extends MetarecException {

  @FormatMethod
  public ModelFormatException(String format, Object... args) {
    super(format, args);
  }
}
