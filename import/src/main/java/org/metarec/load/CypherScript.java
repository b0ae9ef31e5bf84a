package org.metarec.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Cypher scripts of the project, and how a script falls into statements. */
final class CypherScript {
  /** A comment, a quoted text or name, a separator, other text, or a mark that begins none. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*+|/\\*.*?\\*/)"
              + "|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
              + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\""
              + "|`[^`]*+`"
              + "|(?<separator>;)"
              + "|[^;'\"`/]++|/(?!\\*)"
              + "|(?<unclosed>.)",
          Pattern.DOTALL);

  private CypherScript() {}

  /**
   * The statements of a script of the {@code cypher} folder.
   *
   * @param name such as {@code load-demo.cypher}
   * @throws IllegalArgumentException if there is no such script
   */
  static List<String> named(String name) {
    try (InputStream script = CypherScript.class.getResourceAsStream("/cypher/" + name)) {
      if (script == null) {
        throw new IllegalArgumentException("no script " + name + " in the cypher folder");
      }
      return statements(new String(script.readAllBytes(), UTF_8));
    } catch (IOException cause) {
      throw new UncheckedIOException("cannot read the script " + name, cause);
    }
  }

  /**
   * Splits a script at its semicolons, those in comments, quoted texts and quoted names excepted.
   *
   * @return the statements in order, without comments and without the empty ones
   * @throws IllegalArgumentException if a quote or a comment is not closed
   */
  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (Matcher token = TOKEN.matcher(script); token.find(); ) {
      if (token.group("unclosed") != null) {
        throw new IllegalArgumentException(
            "what begins with %s in line %d of the script is not closed"
                .formatted(token.group(), script.substring(0, token.start()).lines().count()));
      } else if (token.group("separator") != null) {
        statements.add(statement.toString().strip());
        statement.setLength(0);
      } else {
        statement.append(token.group("comment") == null ? token.group() : " ");
      }
    }
    statements.add(statement.toString().strip());
    statements.removeIf(String::isEmpty);
    return statements;
  }
}
