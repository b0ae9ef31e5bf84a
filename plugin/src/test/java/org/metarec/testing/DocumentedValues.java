package org.metarec.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the value of a key may be, as its page says: {@code integer, 1 to 100}, {@code number above
 * 0, at most 1}, {@code boolean}, {@code list of strings}.
 */
public record DocumentedValues(String type) {
  private static final Pattern BETWEEN = Pattern.compile("([\\d.,]+) to ([\\d.,]+)");
  private static final Pattern FROM = Pattern.compile("from ([\\d.,]+)");
  private static final Pattern ABOVE = Pattern.compile("above ([\\d.,]+)");
  private static final Pattern AT_MOST = Pattern.compile("at most ([\\d.,]+)");

  /** The least and the greatest number that is allowed; empty for what is no number. */
  public List<Number> ends() {
    return Stream.of(least(), most())
        .flatMap(end -> end.stream().boxed())
        .map(this::typed)
        .toList();
  }

  /** Values that are not allowed, of this type and of another. */
  public List<Object> outside() {
    List<Object> values = new ArrayList<>();
    values.add(type.contains("string") || type.startsWith("`'") ? 0 : "neither");
    least().ifPresent(least -> values.add(typed(least - 1)));
    bound(ABOVE, 1).ifPresent(values::add);
    most().ifPresent(most -> values.add(typed(most + 1)));
    if (type.equals("list of strings")) {
      values.add(List.of(1));
    }
    return values;
  }

  private OptionalDouble least() {
    OptionalDouble between = bound(BETWEEN, 1);
    return between.isPresent() ? between : bound(FROM, 1);
  }

  private OptionalDouble most() {
    OptionalDouble between = bound(BETWEEN, 2);
    return between.isPresent() ? between : bound(AT_MOST, 1);
  }

  private OptionalDouble bound(Pattern pattern, int group) {
    Matcher found = pattern.matcher(type);
    return found.find()
        ? OptionalDouble.of(Double.parseDouble(found.group(group).replace(",", "")))
        : OptionalDouble.empty();
  }

  private Number typed(double value) {
    return type.startsWith("integer") ? (Number) (long) value : (Number) value;
  }
}
