package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server without a graph: its password, its guide, and what an empty quickstart prints. */
class ServerIT {
  @TempDir static Path home;
  private static MetarecServer server;

  @BeforeAll
  static void startServer() throws IOException {
    server = FreshServer.start(home);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static String login(Optional<String> asked) throws IOException {
    Login login = Login.open(server.bolt(), server.home(), asked);
    try (var driver = login.driver()) {
      driver.verifyConnectivity();
    }
    return login.password();
  }

  @Test
  void thePasswordOfTheLastStartServesAgainAndAnotherReplacesIt() throws IOException {
    assertThat(login(Optional.empty())).isEqualTo(FreshServer.PASSWORD);
    assertThat(login(Optional.of("battery staple"))).isEqualTo("battery staple");
    assertThat(login(Optional.empty())).isEqualTo("battery staple");
    login(Optional.of(FreshServer.PASSWORD));
  }

  @Test
  void aServerWithAnotherPasswordIsRefusedWithTheWayOut() throws IOException {
    Home otherHome = new Home(Files.createDirectory(home.resolve("other")));
    assertThatExceptionOfType(QuickstartException.class)
        .isThrownBy(() -> Login.open(server.bolt(), otherHome, Optional.empty()))
        .withMessageContaining("give it with --password");
  }

  @Test
  void theGuideMayBeFetchedByThePageOfBrowser() throws Exception {
    var preflight = HttpRequest.newBuilder(server.guide()).method("OPTIONS", noBody()).build();
    var client = HttpClient.newHttpClient();
    assertThat(client.send(preflight, BodyHandlers.discarding()).headers().map())
        .containsKeys("access-control-allow-origin", "access-control-allow-headers");
    var guide = HttpRequest.newBuilder(server.guide()).build();
    assertThat(client.send(guide, BodyHandlers.ofString()).body())
        .contains("CALL metarec.recommend('you')");
  }

  @Test
  void anEmptyQuickstartSaysReadyOnALineOfItsOwn() throws Exception {
    var options =
        new Options(
            Options.Graph.NONE,
            true,
            home.resolve("empty"),
            FreshServer.freePort(),
            FreshServer.freePort(),
            Optional.empty());
    var printed = new ByteArrayOutputStream();
    var output = new PrintStream(printed, true, StandardCharsets.UTF_8);
    new Quickstart(FreshServer.installation(), options, output, Duration.ZERO).run();
    URI browser = URI.create("http://127.0.0.1:" + options.httpPort() + "/browser/");
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .contains("ready")
        .anyMatch(line -> line.matches("Browser: +" + browser + " +user neo4j +password \\w{16}"));
  }

  @Test
  void theDemoIsKeptOutOfAGraphThatIsSomebodysOwn() {
    var demo = new Demo(server.driver());
    demo.refuseAnotherGraph(home);
    run("CREATE (:Movie {id: 'tt0078748', title: 'Alien'})"); // somebody else loves it, too
    assertHeldBySomebody(demo);
    run("CREATE (:Movie {id: 'm367', title: 'Alien'})");
    demo.refuseAnotherGraph(home); // a load that was cut short
    run("CREATE (:User {id: 'u1', name: 'Somebody'})");
    assertHeldBySomebody(demo);
    run("CREATE (:User {id: 'u1', name: 'Anna Andersen'})");
    demo.refuseAnotherGraph(home);
  }

  private static void run(String statement) {
    server.driver().executableQuery(statement).execute();
  }

  private static void assertHeldBySomebody(Demo demo) {
    assertThatExceptionOfType(QuickstartException.class)
        .isThrownBy(() -> demo.refuseAnotherGraph(home))
        .withMessageContaining("holds another graph");
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }
}
