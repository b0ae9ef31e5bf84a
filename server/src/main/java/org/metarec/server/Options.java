package org.metarec.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param graph what the server starts with
 * @param exit whether to stop once everything is printed
 * @param home folder of data, logs, plugins and password
 * @param boltPort port of Bolt on 127.0.0.1
 * @param httpPort port of Browser on 127.0.0.1
 * @param password of the user neo4j; empty: the one kept in the home, or a new one
 */
record Options(
    Graph graph, boolean exit, Path home, int boltPort, int httpPort, Optional<String> password) {

  /** What the server starts with: the demo graph, or nothing. */
  enum Graph {
    DEMO,
    NONE
  }

  /** Neo4j refuses shorter ones ({@code dbms.security.auth_minimum_password_length}). */
  static final int SHORTEST_PASSWORD = 8;

  private static final int LAST_PORT = 65_535;

  /**
   * Reads the command line.
   *
   * @param arguments as typed
   * @param environmentPassword value of {@code METAREC_PASSWORD}; {@code --password} wins over it
   * @throws QuickstartException with all problems at once and exit status 2
   */
  static Options parse(List<String> arguments, Optional<String> environmentPassword) {
    return new Parser(arguments, environmentPassword).parse();
  }

  private static final class Parser {
    private final Iterator<String> arguments;
    private final List<String> problems = new ArrayList<>();
    private Graph graph = Graph.DEMO;
    private boolean exit = false;
    private Path home = Path.of(".metarec");
    private int boltPort = 7687;
    private int httpPort = 7474;
    private Optional<String> password;

    Parser(List<String> arguments, Optional<String> environmentPassword) {
      this.arguments = arguments.iterator();
      this.password = environmentPassword.filter(text -> !text.isEmpty());
    }

    Options parse() {
      while (arguments.hasNext()) {
        read(arguments.next());
      }
      if (boltPort == httpPort) {
        problems.add("--bolt-port and --http-port are both " + boltPort + "; they must differ");
      }
      if (password.isPresent() && password.get().length() < SHORTEST_PASSWORD) {
        problems.add(
            "the password has %d characters; Neo4j wants at least %d"
                .formatted(password.get().length(), SHORTEST_PASSWORD));
      }
      if (!problems.isEmpty()) {
        throw new QuickstartException(
            QuickstartException.MISUSE,
            String.join("\n", problems) + "\n./quickstart --help lists the options");
      }
      return new Options(
          graph, exit, home.toAbsolutePath().normalize(), boltPort, httpPort, password);
    }

    private void read(String option) {
      switch (option) {
        case "--exit" -> exit = true;
        case "--graph" -> value(option).ifPresent(this::readGraph);
        case "--home" -> value(option).ifPresent(this::readHome);
        case "--bolt-port" -> port(option).ifPresent(port -> boltPort = port);
        case "--http-port" -> port(option).ifPresent(port -> httpPort = port);
        case "--password" -> value(option).ifPresent(text -> password = Optional.of(text));
        default -> problems.add("unknown option '" + option + "'");
      }
    }

    private Optional<String> value(String option) {
      if (arguments.hasNext()) {
        return Optional.of(arguments.next());
      }
      problems.add(option + " needs a value");
      return Optional.empty();
    }

    private void readGraph(String text) {
      Arrays.stream(Graph.values())
          .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst()
          .ifPresentOrElse(
              known -> graph = known,
              () -> problems.add("--graph is '" + text + "'; it must be demo or none"));
    }

    private void readHome(String text) {
      try {
        home = Path.of(text);
      } catch (InvalidPathException invalid) {
        problems.add("--home is no path: " + invalid.getMessage());
      }
      if (text.isBlank()) {
        problems.add("--home is empty; it must name a folder");
      }
    }

    private Optional<Integer> port(String option) {
      Optional<String> value = value(option);
      Optional<Integer> port =
          value
              .filter(text -> text.matches("[1-9]\\d{0,4}"))
              .map(Integer::valueOf)
              .filter(number -> number <= LAST_PORT);
      if (value.isPresent() && port.isEmpty()) {
        problems.add("%s is '%s'; it must be 1 to %d".formatted(option, value.get(), LAST_PORT));
      }
      return port;
    }
  }
}
