package org.metarec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of config maps: those that the pages tell of, and those that the code reads. */
public final class ConfigKeys {
  private static final Pattern SECTION = Pattern.compile("(?s)\\n## Configuration\\n(.*?)\\n## ");

  /** A row of the table: key, type, default. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\|");

  /** A getter of ConfigMap with its key. */
  private static final Pattern READING =
      Pattern.compile(
          "\\b(?:integer|wholeNumber|number|flag|text|texts|list|choices?|any|time|topK)"
              + "\\(\\s*\"(\\w+)\"");

  private ConfigKeys() {}

  /** Keys in the table of a procedure's page. */
  public static Set<String> documentedOn(String page) {
    return new TreeSet<>(defaultsOn(page).keySet());
  }

  /** The same keys with their defaults as they are written there: {@code 64}, {@code `'auto'`}. */
  public static Map<String, String> defaultsOn(String page) {
    return columnOf(page, 3);
  }

  /** The same keys with what their values may be: {@code integer, 1 to 100}. */
  public static Map<String, String> typesOn(String page) {
    return columnOf(page, 2);
  }

  private static Map<String, String> columnOf(String page, int column) {
    Path file = ProjectFiles.ROOT.resolve("docs/procedures/" + page + ".md");
    Matcher section = SECTION.matcher(ProjectFiles.text(file));
    assertThat(section.find()).as("configuration in %s", file).isTrue();
    return ROW.matcher(section.group(1))
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(column)));
  }

  /** Keys that are read anywhere in the source of a room. */
  public static Set<String> readBy(List<Path> sources) {
    return sources.stream()
        .flatMap(source -> READING.matcher(ProjectFiles.text(source)).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
