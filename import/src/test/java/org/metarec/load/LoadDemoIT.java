package org.metarec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

class LoadDemoIT {
  @TempDir static Path importFolder;
  private static Neo4j neo4j;
  private static GraphDatabaseService database;
  private Path files;

  @BeforeAll
  static void start() {
    neo4j =
        Neo4jBuilders.newInProcessBuilder()
            .withConfig(GraphDatabaseSettings.load_csv_file_url_root, importFolder)
            .withDisabledServer()
            .build();
    database = neo4j.defaultDatabaseService();
    run("constraints.cypher");
  }

  @AfterAll
  static void stop() {
    neo4j.close();
  }

  @BeforeEach
  void copyFiles() throws IOException {
    files = DemoGraph.copyTo(importFolder);
    database.executeTransactionally("MATCH (node) DETACH DELETE node");
  }

  private static void run(String script) {
    CypherScript.named(script).forEach(database::executeTransactionally);
  }

  @Test
  void theDemoIsLoadedWholeAndASecondLoadChangesNothing() throws IOException {
    run("load-demo.cypher");
    Map<String, Long> counts = counts();
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "Movie", rows("films.csv"),
                "Person", rows("people.csv"),
                "Genre", rows("genres.csv"),
                "User", rows("users.csv"),
                "DIRECTED", rows("directed.csv"),
                "ACTED_IN", rows("acted_in.csv"),
                "IN_GENRE", rows("in_genre.csv"),
                "CLICKED", rows("clicks.csv")));
    run("constraints.cypher");
    run("load-demo.cypher");
    assertThat(counts()).isEqualTo(counts);
    assertThat(number("SHOW CONSTRAINTS YIELD name RETURN count(*) AS number")).isEqualTo(4);
  }

  @Test
  void titlesYearsAndTimesHaveTheirTypes() {
    run("load-demo.cypher");
    assertThat(
            number(
                """
                MATCH (:User {id: 'u1'})-[click:CLICKED]->(film:Movie)
                WHERE click.at IS :: ZONED DATETIME AND film.year IS :: INTEGER
                RETURN count(*) AS number"""))
        .isPositive();
    assertThat(
            number(
                """
                MATCH (:Movie {title: 'Thief'})<-[:DIRECTED]-({name: 'Michael Mann'})
                    -[:DIRECTED]->(:Movie {title: 'Heat', year: 1995})
                RETURN count(*) AS number"""))
        .isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "films.csv    | ,Heat,1995,false",
        "films.csv    | m9999,Heat,MCMXCV,false",
        "films.csv    | m9999,Heat,,false",
        "directed.csv | p99999,m1",
        "acted_in.csv | p1,m99999",
        "in_genre.csv | m1,Noir",
        "clicks.csv   | u99999,m1,2025-07-21T18:30:00Z",
        "clicks.csv   | u13,m99999,2025-07-21T18:30:00Z",
        "clicks.csv   | u13,m1,yesterday",
        "clicks.csv   | u13,m1,",
      })
  void aRowThatCannotBeLoadedStopsTheLoad(String file, String row) throws IOException {
    Files.writeString(files.resolve(file), row + "\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> run("load-demo.cypher")).isInstanceOf(QueryExecutionException.class);
  }

  @Test
  void aByteOrderMarkDoesNoHarm() throws IOException {
    Path genres = files.resolve("genres.csv");
    Files.writeString(genres, "\uFEFF" + Files.readString(genres));
    run("load-demo.cypher");
    assertThat(counts()).containsEntry("Genre", rows("genres.csv"));
  }

  private long rows(String file) throws IOException {
    return Files.readAllLines(files.resolve(file)).size() - 1L;
  }

  private static Map<String, Long> counts() {
    return database.executeTransactionally(
        """
        MATCH (node) RETURN labels(node)[0] AS name, count(*) AS number
        UNION ALL
        MATCH ()-[relationship]->() RETURN type(relationship) AS name, count(*) AS number""",
        Map.of(),
        result -> {
          Map<String, Long> counts = new HashMap<>();
          result.forEachRemaining(
              row -> counts.put((String) row.get("name"), (Long) row.get("number")));
          return counts;
        });
  }

  private static long number(String query) {
    return database.executeTransactionally(
        query, Map.of(), result -> (Long) result.next().get("number"));
  }
}
