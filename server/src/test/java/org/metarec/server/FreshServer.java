package org.metarec.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts what the quickstart starts, on free ports, from what the build has made. */
final class FreshServer {
  static final Path PROJECT = Path.of(System.getProperty("metarec.project")).normalize();
  static final String PASSWORD = "correct horse";

  private FreshServer() {}

  static MetarecServer start(Path home) throws IOException {
    var options =
        new Options(Options.Graph.NONE, false, home, freePort(), freePort(), Optional.of(PASSWORD));
    return MetarecServer.start(installation(), options);
  }

  /** A port that nobody listens on at the moment. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Installation installation() throws IOException {
    String jar = "metarec-" + System.getProperty("metarec.version") + ".jar";
    return new Installation(
        Files.readString(PROJECT.resolve("server/target/classpath")),
        PROJECT.resolve("plugin/target").resolve(jar));
  }
}
