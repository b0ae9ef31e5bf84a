package org.metarec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project that a reader sees; paths are relative to this module. */
public final class ProjectFiles {
  public static final Path ROOT = Path.of("..");

  private ProjectFiles() {}

  /** README, changelog and all pages of docs, in alphabetical order. */
  public static List<Path> pages() {
    return Stream.concat(
            Stream.of("README.md", "CHANGELOG.md").map(ROOT::resolve), below("docs", ".md"))
        .toList();
  }

  /** The scripts of a folder, in alphabetical order. */
  public static List<Path> scripts() {
    return below("cypher", ".cypher").toList();
  }

  /** The sources of a room of the plugin. */
  public static List<Path> sources(String room) {
    return below("plugin/src/main/java/org/metarec/" + room, ".java").toList();
  }

  /**
   * The source of a class of the plugin.
   *
   * @param name its room and its name, as in {@code model.taste.Prior}
   */
  public static Path source(String name) {
    return ROOT.resolve("plugin/src/main/java/org/metarec/" + name.replace('.', '/') + ".java");
  }

  private static Stream<Path> below(String folder, String ending) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
