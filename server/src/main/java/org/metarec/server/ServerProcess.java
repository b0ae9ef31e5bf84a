package org.metarec.server;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Neo4j Community server in a Java process of its own, started as Neo4j's launcher starts it.
 *
 * <p>It runs nothing of ours but the jars in the home's plugins folder. Its console goes to {@code
 * logs/console.log} of the home.
 */
final class ServerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int SHOWN_LINES = 15;

  /** As in Neo4j's own {@code neo4j.conf}; the Vector API is for the plugin's faster kernels. */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseG1GC",
          "-XX:-OmitStackTraceInFastThrow",
          "-Dfile.encoding=UTF-8",
          "-Dlog4j2.disable.jmx=true",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-modules=jdk.incubator.vector");

  private final Home home;
  private final Ports ports;
  private final Process process;
  private volatile boolean stopping = false;

  /** The two ports of a server on 127.0.0.1. */
  record Ports(int bolt, int http) {
    URI boltAddress() {
      return URI.create("bolt://127.0.0.1:" + bolt);
    }

    URI httpAddress() {
      return URI.create("http://127.0.0.1:" + http);
    }
  }

  private ServerProcess(Home home, Ports ports, Process process) {
    this.home = home;
    this.ports = ports;
    this.process = process;
  }

  /**
   * Starts the server and returns once it answers.
   *
   * @param classPath of Neo4j's own jars; the home's plugins go before them, where Neo4j's kernel
   *     extensions and DJL's engine are looked for
   * @param settings of {@code neo4j.conf}, besides the addresses
   */
  static ServerProcess start(Home home, Ports ports, String classPath, Map<String, String> settings)
      throws IOException {
    refuseIfTaken(ports.bolt(), "--bolt-port");
    refuseIfTaken(ports.http(), "--http-port");
    Path console = home.logs().resolve("console.log");
    Process process =
        new ProcessBuilder(command(home, ports, classPath, settings))
            .redirectErrorStream(true)
            .redirectOutput(console.toFile())
            .start();
    var server = new ServerProcess(home, ports, process);
    // however this process ends, the server's store is closed first
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.awaitAnswer();
    return server;
  }

  Ports ports() {
    return ports;
  }

  /** Waits for the server to end, which is an error unless {@link #close} asked for it. */
  void awaitEnd() throws InterruptedException {
    int status = process.waitFor();
    if (!stopping) {
      throw new QuickstartException("Neo4j stopped with status " + status + "; " + lastWords());
    }
  }

  /** Stops the server as {@code neo4j stop} does, and waits until its store is closed. */
  @Override
  public void close() {
    stopping = true;
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(
      Home home, Ports ports, String classPath, Map<String, String> settings) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.add("-cp");
    command.add(home.plugins().resolve("*") + File.pathSeparator + classPath);
    command.add("org.neo4j.server.CommunityEntryPoint");
    command.add("--console-mode");
    command.add("--home-dir=" + home.folder());
    command.add("--config-dir=" + home.configuration());
    var addresses =
        Map.of(
            "server.bolt.listen_address", "127.0.0.1:" + ports.bolt(),
            "server.bolt.advertised_address", "127.0.0.1:" + ports.bolt(),
            "server.http.listen_address", "127.0.0.1:" + ports.http(),
            "server.http.advertised_address", "127.0.0.1:" + ports.http());
    for (var group : List.of(addresses, settings)) {
      group.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    }
    return command;
  }

  private static void refuseIfTaken(int port, String option) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException taken) {
      throw new QuickstartException(
          "port %d is in use; stop what uses it, or choose another with %s"
              .formatted(port, option));
    }
  }

  private void awaitAnswer() {
    Instant limit = Instant.now().plus(START_LIMIT);
    HttpClient client = HttpClient.newHttpClient();
    try {
      while (!answers(client)) {
        if (!process.isAlive()) {
          throw new QuickstartException("Neo4j did not start; " + lastWords());
        }
        if (Instant.now().isAfter(limit)) {
          close();
          throw new QuickstartException(
              "Neo4j did not answer within " + START_LIMIT.toSeconds() + " s; " + lastWords());
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      throw new QuickstartException("interrupted while Neo4j was starting");
    }
  }

  /** Browser's port is the last that Neo4j opens. */
  private boolean answers(HttpClient client) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(ports.httpAddress()).timeout(ANSWER_LIMIT).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String lastWords() {
    Path console = home.logs().resolve("console.log");
    try {
      List<String> lines = Files.readAllLines(console);
      List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
      return "the end of " + console + ":\n" + String.join("\n", last);
    } catch (IOException unreadable) {
      return "see " + home.logs();
    }
  }
}
