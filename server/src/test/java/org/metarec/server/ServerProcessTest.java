package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  @TempDir Path folder;
  private Path plugin;

  @BeforeEach
  void writePlugin() throws IOException {
    plugin = Files.createFile(folder.resolve("plugin.jar"));
  }

  @Test
  void aPortInUseIsNamedWithTheOptionThatChoosesAnother() throws IOException {
    Home home = Home.prepare(folder, plugin);
    try (var taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      var ports = new ServerProcess.Ports(taken.getLocalPort(), FreshServer.freePort());
      assertThatExceptionOfType(QuickstartException.class)
          .isThrownBy(() -> ServerProcess.start(home, ports, "", Map.of()))
          .withMessage(
              "port %d is in use; stop what uses it, or choose another with --bolt-port",
              taken.getLocalPort());
    }
  }

  @Test
  void aServerThatDoesNotStartShowsItsLastWords() throws IOException {
    Home home = Home.prepare(folder, plugin);
    var ports = new ServerProcess.Ports(FreshServer.freePort(), FreshServer.freePort());
    assertThatExceptionOfType(QuickstartException.class)
        .isThrownBy(() -> ServerProcess.start(home, ports, "nothing.jar", Map.of()))
        .withMessageStartingWith("Neo4j did not start; the end of")
        .withMessageContaining("Could not find or load main class");
  }

  @Test
  void aHomeThatIsAFileIsRefused() {
    assertThatExceptionOfType(QuickstartException.class)
        .isThrownBy(() -> Home.prepare(plugin, plugin))
        .withMessageContaining("choose another folder with --home");
  }

  @Test
  void thePasswordIsKeptForItsOwnerOnly() throws IOException {
    Home home = Home.prepare(folder, plugin);
    assertThat(home.password()).isEmpty();
    home.keepPassword("correct horse");
    assertThat(home.password()).hasValue("correct horse");
    assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }
}
