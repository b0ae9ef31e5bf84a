package org.metarec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Cypher statement that a reader of the documentation may copy and run.
 *
 * @param file where it stands
 * @param line its first line, from 1
 */
public record WorkedCall(Path file, int line, String statement) {
  private static final String FENCE = "```";

  /** A semicolon ends a statement at the end of a line, with or without a comment behind it. */
  private static final Pattern LAST_LINE = Pattern.compile(".*;\\s*(//.*)?");

  /** All statements of a script, or of the {@code cypher} blocks of a page, in order. */
  public static List<WorkedCall> in(Path file) {
    boolean isPage = file.toString().endsWith(".md");
    List<WorkedCall> calls = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean inBlock = !isPage;
    int number = 0;
    for (String line : lines(file)) {
      number++;
      boolean isFence = isPage && line.startsWith(FENCE);
      if (inBlock && !isFence && !(open.isEmpty() && saysNothing(line))) {
        open.add(line);
      }
      if (!open.isEmpty() && (isFence || LAST_LINE.matcher(line).matches())) {
        int first = number - open.size() + (isFence ? 0 : 1);
        calls.add(new WorkedCall(file, first, String.join("\n", open)));
        open.clear();
      }
      inBlock = isFence ? line.equals(FENCE + "cypher") : inBlock;
    }
    if (!open.isEmpty()) {
      throw new IllegalStateException("%s ends without a semicolon".formatted(file));
    }
    return calls;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean saysNothing(String line) {
    return line.isBlank() || line.startsWith("//");
  }

  /** The statement as Neo4j takes it: without the semicolon, and a comment behind it. */
  public String text() {
    return statement.replaceFirst(";\\s*(//.*)?$", "");
  }

  @Override
  public String toString() {
    return "%s:%d".formatted(file.normalize(), line);
  }
}
