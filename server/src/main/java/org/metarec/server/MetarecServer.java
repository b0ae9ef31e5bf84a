package org.metarec.server;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.neo4j.driver.Driver;

/** A server with metarec in it, a connection to it as the user neo4j, and Browser's guide. */
final class MetarecServer implements AutoCloseable {
  private final Home home;
  private final ServerProcess process;
  private final GuideServer guide;
  private final Login login;

  private MetarecServer(Home home, ServerProcess process, GuideServer guide, Login login) {
    this.home = home;
    this.process = process;
    this.guide = guide;
    this.login = login;
  }

  /** Starts all three; what has started is stopped again when a later one fails. */
  static MetarecServer start(Installation installation, Options options) throws IOException {
    Home home = Home.prepare(options.home(), installation.pluginJar());
    var ports = new ServerProcess.Ports(options.boltPort(), options.httpPort());
    GuideServer guide = GuideServer.start();
    try {
      ServerProcess process =
          ServerProcess.start(home, ports, installation.classPath(), settings(guide.address()));
      try {
        Login login = Login.open(ports.boltAddress(), home, options.password());
        return new MetarecServer(home, process, guide, login);
      } catch (IOException | RuntimeException failed) {
        process.close();
        throw failed;
      }
    } catch (IOException | RuntimeException failed) {
      guide.close();
      throw failed;
    }
  }

  Home home() {
    return home;
  }

  Driver driver() {
    return login.driver();
  }

  String password() {
    return login.password();
  }

  URI bolt() {
    return process.ports().boltAddress();
  }

  URI browser() {
    return process.ports().httpAddress().resolve("/browser/");
  }

  URI guide() {
    return guide.address();
  }

  /** Waits for the server to end, which is an error unless {@link #close} asked for it. */
  void awaitEnd() throws InterruptedException {
    process.awaitEnd();
  }

  @Override
  public void close() {
    login.driver().close();
    process.close();
    guide.close();
  }

  private static Map<String, String> settings(URI guide) {
    return Map.of(
        "browser.post_connect_cmd", "guide " + guide,
        "client.allow_telemetry", "false",
        "dbms.usage_report.enabled", "false",
        "server.directories.import", "import",
        "server.memory.pagecache.size", "256m",
        // a stop waits ten seconds for connections that are closed already
        "internal.dbms.bolt.netty_server_shutdown_quiet_period", "0");
  }
}
