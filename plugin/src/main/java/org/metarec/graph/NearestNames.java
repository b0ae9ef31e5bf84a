package org.metarec.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that were probably meant by one that is not there. */
public final class NearestNames {
  private static final int SHOWN = 3;

  /** A shared piece shorter than this says nothing. */
  private static final int LEAST_PIECE = 4;

  private NearestNames() {}

  /**
   * The nearest of the existing names as a question: the one that is clear, else the nearest few.
   *
   * @return "did you mean 'Movie' or 'Genre'?"; "there are none; leave it out" without existing
   *     names
   */
  public static String question(String given, Collection<String> existing) {
    if (existing.isEmpty()) {
      return "there are none; leave it out";
    }
    return clear(given, existing)
        .map(Stream::of)
        .orElseGet(() -> nearest(given, existing).limit(SHOWN))
        .map("'%s'"::formatted)
        .collect(Collectors.joining(" or ", "did you mean ", "?"));
  }

  /**
   * The nearest existing name, if it differs in at most a third of its letters. One that holds what
   * was typed, or is held by it, counts as one letter away.
   */
  public static Optional<String> clear(String given, Collection<String> existing) {
    return nearest(given, existing)
        .findFirst()
        .filter(name -> distance(given, name) <= Math.max(given.length(), name.length()) / 3);
  }

  private static Stream<String> nearest(String given, Collection<String> existing) {
    return existing.stream()
        .sorted(
            Comparator.<String>comparingInt(name -> distance(given, name))
                .thenComparingInt(name -> Math.abs(name.length() - given.length()))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Letters to insert, delete or replace, the case aside. */
  private static int distance(String given, String name) {
    String one = given.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    boolean holds = one.contains(other) || other.contains(one);
    if (holds && Math.min(one.length(), other.length()) >= LEAST_PIECE) {
      return one.equals(other) ? 0 : 1;
    }
    return levenshtein(one, other);
  }

  private static int levenshtein(String rows, String columns) {
    int[] above = new int[columns.length() + 1];
    Arrays.setAll(above, column -> column);
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
