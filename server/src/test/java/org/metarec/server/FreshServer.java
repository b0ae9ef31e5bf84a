package org.metarec.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts what the quickstart starts, on free ports, from what the build has made. */
final class FreshServer {
  /** Tests run in their module's folder. */
  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

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

  static Installation installation() throws IOException {
    Path built = PROJECT.resolve("plugin/target");
    try (var jars = Files.newDirectoryStream(built, "metarec-*[!s].jar")) { // not …-tests.jar
      return new Installation(
          Files.readString(PROJECT.resolve("server/target/classpath")), jars.iterator().next());
    }
  }
}
