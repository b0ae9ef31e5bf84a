package org.metarec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of config maps: those that the pages tell of, and those that the code reads. */
public final class ConfigKeys {
  private static final Pattern SECTION = Pattern.compile("(?s)\\n## Configuration\\n(.*?)\\n## ");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  /** A getter of ConfigMap with its key. */
  private static final Pattern READING =
      Pattern.compile(
          "\\b(?:integer|wholeNumber|number|flag|text|texts|list|choices?|any|time|topK)"
              + "\\(\\s*\"(\\w+)\"");

  private ConfigKeys() {}

  /** Keys in the table of a procedure's page. */
  public static Set<String> documentedOn(String page) {
    Path file = ProjectFiles.ROOT.resolve("docs/procedures/" + page + ".md");
    Matcher section = SECTION.matcher(ProjectFiles.text(file));
    assertThat(section.find()).as("configuration in %s", file).isTrue();
    return groups(FIRST_CELL, section.group(1));
  }

  /** Keys that are read anywhere in the source of a room. */
  public static Set<String> readBy(List<Path> sources) {
    return sources.stream()
        .flatMap(source -> groups(READING, ProjectFiles.text(source)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> groups(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
