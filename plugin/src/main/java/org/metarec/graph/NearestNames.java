package org.metarec.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may have meant who typed a name that is not there. */
final class NearestNames {
  private static final int SHOWN = 3;

  private NearestNames() {}

  /**
   * The nearest of the existing names as a question, by the number of letters to change.
   *
   * @return "did you mean 'Movie' or 'Genre'?"; "there is none" without existing names
   */
  static String question(String given, Collection<String> existing) {
    if (existing.isEmpty()) {
      return "there is none";
    }
    return existing.stream()
        .sorted(
            Comparator.<String>comparingInt(name -> distance(given, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(" or ", "did you mean ", "?"));
  }

  /** Levenshtein's distance without regard to case. */
  private static int distance(String one, String other) {
    String rows = one.toLowerCase(Locale.ROOT);
    String columns = other.toLowerCase(Locale.ROOT);
    int[] above = new int[columns.length() + 1];
    for (int column = 0; column <= columns.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= rows.length(); row++) {
      int[] current = new int[columns.length() + 1];
      current[0] = row;
      for (int column = 1; column <= columns.length(); column++) {
        int replaced = rows.charAt(row - 1) == columns.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[columns.length()];
  }
}
