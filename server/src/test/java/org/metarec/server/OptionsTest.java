package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Optional<String> NO_ENVIRONMENT = Optional.empty();

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments), NO_ENVIRONMENT);
  }

  @Test
  void withoutOptionsTheDemoRunsInTheCurrentFolder() {
    assertThat(parse())
        .isEqualTo(
            new Options(
                Options.Graph.DEMO,
                false,
                Path.of(".metarec").toAbsolutePath(),
                7687,
                7474,
                Optional.empty()));
  }

  @Test
  void everyOptionIsRead() {
    assertThat(
            parse(
                "--graph",
                "none",
                "--exit",
                "--home",
                "/srv/films",
                "--bolt-port",
                "1",
                "--http-port",
                "65535",
                "--password",
                "correct horse"))
        .isEqualTo(
            new Options(
                Options.Graph.NONE,
                true,
                Path.of("/srv/films"),
                1,
                65535,
                Optional.of("correct horse")));
  }

  @Test
  void thePasswordOfTheCommandLineWinsOverThatOfTheEnvironment() {
    var environment = Optional.of("from the environment");
    assertThat(Options.parse(List.of(), environment).password()).isEqualTo(environment);
    assertThat(Options.parse(List.of("--password", "typed here"), environment).password())
        .hasValue("typed here");
  }

  @Test
  void anEmptyPasswordInTheEnvironmentIsNone() {
    assertThat(Options.parse(List.of(), Optional.of("")).password()).isEmpty();
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatExceptionOfType(QuickstartException.class)
        .isThrownBy(
            () ->
                parse(
                    "--grpah",
                    "--graph",
                    "films",
                    "--bolt-port",
                    "0",
                    "--http-port",
                    "many",
                    "--password",
                    "short",
                    "--home"))
        .withMessage(
            """
            unknown option '--grpah'
            --graph is 'films'; it must be demo or none
            --bolt-port is '0'; it must be 1 to 65535
            --http-port is 'many'; it must be 1 to 65535
            --home needs a value
            the password has 5 characters; Neo4j wants at least 8
            ./quickstart --help lists the options""")
        .matches(problem -> problem.exitStatus() == 2);
  }

  @Test
  void onePortForBothIsRefused() {
    assertThatExceptionOfType(QuickstartException.class)
        .isThrownBy(() -> parse("--bolt-port", "7474"))
        .withMessageContaining("--bolt-port and --http-port are both 7474; they must differ");
  }
}
