package org.metarec;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Training left the finite numbers; the message says where it was seen, and the way out. */
public final class DivergenceException extends MetarecException {
  private final String what;
  private final Optional<Triple> triple;

  @FormatMethod
  public DivergenceException(String format, Object... args) {
    super(format, args);
    this.what = getMessage();
    this.triple = Optional.empty();
  }

  /** Seen at a triple, which the message names by its ids until {@link #named} knows better. */
  @FormatMethod
  public DivergenceException(Triple triple, String format, Object... args) {
    super("at the triple %s: %s", triple, String.format(Locale.ROOT, format, args));
    this.what = String.format(Locale.ROOT, format, args);
    this.triple = Optional.of(triple);
  }

  /** The same with the triple, if there is one, as the graph names it. */
  public DivergenceException named(Function<Triple, String> names) {
    return triple
        .map(ids -> new DivergenceException("at %s: %s", names.apply(ids), what))
        .orElse(this);
  }

  /** Dense ids of entities and a relation. */
  public record Triple(int head, int relation, int tail) {
    @Override
    public String toString() {
      return "(%d, %d, %d)".formatted(head, relation, tail);
    }
  }
}
