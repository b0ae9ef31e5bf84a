package org.metarec.bench.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of an experiment. A wrong or unknown one ends it: no published figure is of other
 * settings than its command line. Not thread-safe.
 */
public final class Settings {
  private final Map<String, Object> settings;
  private final TreeSet<String> known = new TreeSet<>();

  public Settings(Map<String, Object> settings) {
    this.settings = settings;
  }

  /** The value of that name: a number, a truth value, a string, or a list of strings. */
  public Optional<Object> given(String key) {
    known.add(key);
    return Optional.ofNullable(settings.get(key));
  }

  /** The number of that name, or what is usual. */
  public double number(String key, double usual) {
    Object given = given(key).orElse(usual);
    if (given instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("%s is '%s' but must be a number".formatted(key, given));
  }

  /** Whether that is set to true; false where it is not given. */
  public boolean flag(String key) {
    Object given = given(key).orElse(false);
    if (given instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException(
        "%s is '%s' but must be true or false".formatted(key, given));
  }

  /** The integer of that name, or what is usual. */
  public int whole(String key, int usual) {
    double number = number(key, usual);
    if (number != (int) number) {
      throw new IllegalArgumentException(
          "%s is %s but must be an integer".formatted(key, settings.get(key)));
    }
    return (int) number;
  }

  /** The integer of that name, or what is usual, from a least to a most one. */
  public int within(String key, int usual, int least, int most) {
    int number = whole(key, usual);
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s is %d but must be from %d to %d".formatted(key, number, least, most));
    }
    return number;
  }

  /** Those that have not been read, for somebody else who refuses what is unknown. */
  public Map<String, Object> others() {
    Map<String, Object> others = new LinkedHashMap<>(settings);
    others.keySet().removeAll(known);
    return others;
  }

  /**
   * Those that have not been read, for somebody else; one with another name than these is refused.
   */
  public Map<String, Object> othersAmong(Set<String> names) {
    Map<String, Object> others = others();
    known.addAll(names);
    refuseOthers();
    return others;
  }

  /** To be called once all have been read. */
  public void refuseOthers() {
    if (!others().isEmpty()) {
      throw new IllegalArgumentException(
          "unknown settings %s; there are %s".formatted(others().keySet(), known));
    }
  }
}
