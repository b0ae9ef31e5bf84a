package org.metarec;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/**
 * Whatever metarec refuses to do. A message names the thing, what was found, what was expected and
 * the way out.
 */
public abstract sealed class MetarecException extends RuntimeException
    permits InvalidConfigException,
        GraphMismatchException,
        ModelFormatException,
        DivergenceException,
        PlatformException,
        BusyException {

  @FormatMethod
  MetarecException(String format, Object... args) {
    super(String.format(Locale.ROOT, format, args));
  }
}
