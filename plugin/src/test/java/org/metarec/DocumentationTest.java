package org.metarec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.graph.SchemaRole;
import org.metarec.testing.ConfigKeys;
import org.metarec.testing.ProjectFiles;

/** What can be said of the documentation without running it. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern CLASS =
      Pattern.compile(
          "(?<![\\w.])((?:triple|path|model|eval|train|meta|tensor|recommend|graph|procedure)"
              + "(?:\\.[a-z]+)*\\.[A-Z]\\w*)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  static List<Path> pages() {
    return ProjectFiles.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFileAndItsHeading(Path page) {
    LINK.matcher(ProjectFiles.text(page))
        .results()
        .forEach(link -> assertLeadsSomewhere(page, link));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyClassOfThePluginIsWhereAPageSaysItIs(Path page) {
    assertThat(CLASS.matcher(ProjectFiles.text(page)).results().map(named -> named.group(1)))
        .allSatisfy(name -> assertThat(ProjectFiles.source(name)).exists());
  }

  @Test
  void theMathematicsNamesTheClassesThatItIsIn() {
    Path mathematics = ProjectFiles.ROOT.resolve("docs/mathematics.md");
    assertThat(CLASS.matcher(ProjectFiles.text(mathematics)).results().count()).isGreaterThan(50);
  }

  @Test
  void everyKeyThatTheCodeReadsStandsOnAPage() {
    Set<String> documented =
        Stream.of(
                "schema", "train", "adapt", "recommend", "score", "explain", "similar", "complete")
            .flatMap(page -> ConfigKeys.documentedOn(page).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    documented.addAll(List.of("item", "rating", "at")); // of a click, told in a row of 'clicks'
    Set<String> read = ConfigKeys.readBy(ProjectFiles.sources("procedure"));
    Arrays.stream(SchemaRole.values()).map(SchemaRole::configKey).forEach(read::add);
    assertThat(read).isEqualTo(documented);
  }

  private static void assertLeadsSomewhere(Path page, MatchResult link) {
    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    assertThat(target).as("link in %s", page).exists();
    if (link.group(2) != null) {
      assertThat(anchors(target)).as("headings of %s", target).contains(link.group(2));
    }
  }

  /** As GitHub makes them: lower case, hyphens for blanks, no punctuation. */
  private static List<String> anchors(Path page) {
    return HEADING
        .matcher(ProjectFiles.text(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
