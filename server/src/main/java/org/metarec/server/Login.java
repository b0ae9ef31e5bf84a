package org.metarec.server;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;

/**
 * The user neo4j and its password.
 *
 * @param driver connected with that password; closed by whoever asked for the login
 * @param password as it is now set in the server and kept in the home
 */
record Login(Driver driver, String password) {
  static final String USER = "neo4j";

  /** What a new server expects, and lets do nothing but set another. */
  private static final String FACTORY_PASSWORD = "neo4j";

  private static final String PASSWORD_LETTERS =
      "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int PASSWORD_LENGTH = 16;

  /**
   * Connects; where another password than the server's is asked for, it is set first.
   *
   * @param asked for on the command line; empty: the one kept in the home, or a new one
   */
  static Login open(URI bolt, Home home, Optional<String> asked) throws IOException {
    Optional<String> kept = home.password();
    String wanted = asked.or(() -> kept).orElseGet(Login::newPassword);
    if (kept.isEmpty()) {
      home.keepPassword(wanted);
    }
    boolean isSet =
        isAccepted(bolt, wanted)
            || Stream.of(kept.orElse(FACTORY_PASSWORD), FACTORY_PASSWORD)
                .distinct()
                .anyMatch(current -> isChanged(bolt, current, wanted));
    if (!isSet) {
      throw new QuickstartException(
          ("the server in %s has another password; give it with --password,"
                  + " or start in another folder with --home")
              .formatted(home.folder()));
    }
    home.keepPassword(wanted);
    return new Login(connect(bolt, wanted), wanted);
  }

  private static boolean isAccepted(URI bolt, String password) {
    try (Driver driver = connect(bolt, password)) {
      return driver.verifyAuthentication(AuthTokens.basic(USER, password));
    }
  }

  /** Sets the password, unless {@code current} is not the one the server has. */
  private static boolean isChanged(URI bolt, String current, String wanted) {
    try (Driver driver = connect(bolt, current);
        var session = driver.session(SessionConfig.forDatabase("system"))) {
      session
          .run(
              "ALTER CURRENT USER SET PASSWORD FROM $current TO $wanted",
              Map.of("current", current, "wanted", wanted))
          .consume();
      return true;
    } catch (AuthenticationException notTheCurrentOne) {
      return false;
    }
  }

  private static Driver connect(URI bolt, String password) {
    Config quiet = Config.builder().withLogging(Logging.none()).build();
    return GraphDatabase.driver(bolt, AuthTokens.basic(USER, password), quiet);
  }

  private static String newPassword() {
    return new SecureRandom()
        .ints(PASSWORD_LENGTH, 0, PASSWORD_LETTERS.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(PASSWORD_LETTERS.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
