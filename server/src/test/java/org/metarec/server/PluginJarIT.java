package org.metarec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;

/** The jar as it is shipped, in the plugins folder of a server without a single setting for it. */
class PluginJarIT {
  private static final Path DJL_CACHE = Path.of(System.getProperty("user.home"), ".djl.ai");

  @TempDir static Path home;
  private static MetarecServer server;
  private static boolean hadDjlCache;

  @BeforeAll
  static void startServerAndTrain() throws IOException {
    hadDjlCache = Files.exists(DJL_CACHE);
    server = FreshServer.start(home);
    run(
        """
        UNWIND range(0, 39) AS number
        MERGE (director:Person {name: 'Director ' + number % 5})
        MERGE (genre:Genre {name: 'Genre ' + number % 3})
        CREATE (film:Movie {id: number, title: 'Film ' + number})
        CREATE (director)-[:DIRECTED]->(film)-[:IN_GENRE]->(genre)
        """);
    run(
        """
        UNWIND range(0, 19) AS number
        CREATE (user:User {id: 'u' + number})
        WITH user, number
        MATCH (film:Movie) WHERE film.id % 5 = number % 5 AND film.id < 35
        CREATE (user)-[:CLICKED {at: film.id}]->(film)
        """);
    run("CALL metarec.train({epochs: 2, metaEpochs: 1})");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static List<Record> run(String query) {
    return server.driver().executableQuery(query).execute().records();
  }

  private static List<String> names(String query) {
    return run(query).stream().map(row -> row.get("name").asString()).toList();
  }

  @Test
  void everyProcedureOfTheContractIsThere() {
    assertThat(names("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'metarec.' RETURN name"))
        .containsExactlyInAnyOrder(
            "metarec.adapt",
            "metarec.complete",
            "metarec.explain",
            "metarec.model.drop",
            "metarec.model.list",
            "metarec.progress",
            "metarec.recommend",
            "metarec.schema",
            "metarec.score",
            "metarec.similar",
            "metarec.train",
            "metarec.train.estimate");
  }

  @Test
  void everyFunctionOfTheContractIsThere() {
    assertThat(names("SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'metarec.' RETURN name"))
        .containsExactlyInAnyOrder("metarec.embedding", "metarec.version");
  }

  @Test
  void theTrainedModelRecommendsWhatSharesADirector() {
    String query =
        """
        MATCH (user:User {id: 'u1'})
        CALL metarec.recommend(user) YIELD item, paths WHERE size(paths) > 0
        RETURN item
        """;
    assertThat(run(query)).isNotEmpty();
  }

  @Test
  void theJarCarriesItsLicenceAndThoseOfWhatItHolds() throws IOException {
    try (var jar = new ZipFile(FreshServer.installation().pluginJar().toFile())) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0");
      assertThat(text(jar, "META-INF/THIRD-PARTY.md"))
          .contains("Deep Java Library", "Guava", "Gson", "JSpecify", "J2ObjC", "libgomp")
          .contains("Redistributions in binary form must reproduce the above copyright");
    }
  }

  private static String text(ZipFile jar, String entry) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), UTF_8);
  }

  @Test
  void nothingInTheLogsFailedToLoadOrIsAnError() throws IOException {
    for (String log : List.of("neo4j.log", "debug.log", "console.log")) {
      assertThat(Files.readAllLines(home.resolve("logs").resolve(log)))
          .as(log)
          .isNotEmpty()
          .noneMatch(line -> line.contains(" ERROR ") || line.contains("Failed to load"));
    }
  }

  @Test
  void theTensorEngineIsUnpackedInTheHomeAndNowhereElse() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files).anyMatch(file -> file.endsWith("libtorch_cpu.so"));
    }
    assertThat(Files.exists(DJL_CACHE)).as("%s is there", DJL_CACHE).isEqualTo(hadDjlCache);
  }
}
