package org.metarec.server;

import java.nio.file.Path;

/**
 * What the build has made and a server needs.
 *
 * @param classPath Neo4j's own jars
 * @param pluginJar metarec as it is dropped into {@code plugins/}
 */
record Installation(String classPath, Path pluginJar) {

  /** This process's class path holds Neo4j's jars, and the script names the plugin. */
  static Installation ofThisProcess() {
    return new Installation(
        System.getProperty("java.class.path"), Path.of(System.getProperty("metarec.plugin")));
  }
}
