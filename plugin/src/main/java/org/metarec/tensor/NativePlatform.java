package org.metarec.tensor;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.metarec.PlatformException;

/**
 * Which platform the PyTorch natives at hand are for. If it is not this one, DJL tries to download
 * others, is not allowed to, and fails with an error that names neither platform.
 */
final class NativePlatform {
  /** Every set of DJL's natives describes itself here. */
  private static final String DESCRIPTION = "native/lib/pytorch.properties";

  /** Where it is set, natives are taken from that folder, not from a jar. */
  static final String OTHER_FOLDER = "PYTORCH_LIBRARY_PATH";

  /** What the build can put into the jar. */
  static final List<String> PUBLISHED =
      List.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64");

  private NativePlatform() {}

  /** To be called before the engine is touched: a failed first touch cannot be undone. */
  static void requireIn(ClassLoader loader) {
    if (Utils.getEnvOrSystemProperty(OTHER_FOLDER) == null) {
      require(bundled(loader), here());
    }
  }

  /**
   * Refuses natives that cannot be loaded.
   *
   * @param bundled platforms that there are natives for, as DJL names them: linux-x86_64
   * @param here the platform of this process
   * @throws PlatformException if it is none of them
   */
  static void require(Set<String> bundled, String here) {
    if (!bundled.contains(here)) {
      throw new PlatformException(
          "this metarec jar holds PyTorch for %s, and this server runs on %s; %s",
          bundled.isEmpty() ? "no platform" : String.join(", ", bundled), here, wayOut(here));
    }
  }

  private static String wayOut(String here) {
    return PUBLISHED.contains(here)
        ? "build the jar with mvn package -pl plugin -am -DskipTests -Dmetarec.platform="
            + here
            + ", copy it into plugins/ and restart Neo4j"
        : "there is PyTorch for " + String.join(", ", PUBLISHED) + ": run Neo4j on one of these";
  }

  static String here() {
    return name(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * A platform as DJL names it.
   *
   * @param system value of {@code os.name}
   * @param processor value of {@code os.arch}
   */
  static String name(String system, String processor) {
    String prefix = system;
    if (system.startsWith("Windows")) {
      prefix = "win";
    } else if (system.startsWith("Mac")) {
      prefix = "osx";
    } else if (system.startsWith("Linux")) {
      prefix = "linux";
    }
    return prefix + "-" + (processor.equals("amd64") ? "x86_64" : processor);
  }

  private static Set<String> bundled(ClassLoader loader) {
    Set<String> platforms = new TreeSet<>();
    try {
      for (URL description : Collections.list(loader.getResources(DESCRIPTION))) {
        Properties properties = new Properties();
        try (InputStream in = description.openStream()) {
          properties.load(in);
        }
        platforms.add(properties.getProperty("classifier", "a platform it does not name"));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return platforms;
  }
}
