package org.metarec.bench;

import java.util.Map;
import java.util.TreeSet;

/**
 * Numbers among the settings of an experiment. A wrong or unknown one ends it: no published figure
 * is of other settings than its command line. Not thread-safe.
 */
final class Numbers {
  private final Map<String, Object> settings;
  private final TreeSet<String> known = new TreeSet<>();

  Numbers(Map<String, Object> settings) {
    this.settings = settings;
  }

  /** The number of that name, or what is usual. */
  double of(String key, double usual) {
    known.add(key);
    Object given = settings.getOrDefault(key, usual);
    if (given instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("%s is '%s' but must be a number".formatted(key, given));
  }

  /** Likewise, an integer. */
  int whole(String key, int usual) {
    double number = of(key, usual);
    if (number != (int) number) {
      throw new IllegalArgumentException(
          "%s is %s but must be an integer".formatted(key, settings.get(key)));
    }
    return (int) number;
  }

  /** To be called once all have been read. */
  void refuseOthers() {
    TreeSet<String> unknown = new TreeSet<>(settings.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown settings %s; there are %s".formatted(unknown, known));
    }
  }
}
