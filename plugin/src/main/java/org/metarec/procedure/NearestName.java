package org.metarec.procedure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody meant. */
final class NearestName {
  /** A shared piece shorter than this says nothing. */
  private static final int LEAST_PIECE = 4;

  private NearestName() {}

  /**
   * The name next to what was typed: fewest letters inserted, deleted or changed, the case aside. A
   * name that holds what was typed, or is held by it, counts as one letter away.
   *
   * @return empty where even the nearest differs in more than a third of its letters
   */
  static Optional<String> of(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(typed, name) <= Math.max(typed.length(), name.length()) / 3)
        .min(
            Comparator.<String>comparingInt(name -> distance(typed, name))
                .thenComparingInt(name -> Math.abs(name.length() - typed.length()))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String typed, String name) {
    String one = typed.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    boolean holds = one.contains(other) || other.contains(one);
    if (holds && Math.min(one.length(), other.length()) >= LEAST_PIECE) {
      return 1;
    }
    return levenshtein(one, other);
  }

  private static int levenshtein(String one, String other) {
    int[] previous = new int[other.length() + 1];
    Arrays.setAll(previous, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int shorter = Math.min(previous[j], current[j - 1]) + 1;
        current[j] = Math.min(previous[j - 1] + changed, shorter);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
