package org.metarec.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.metarec.load.DemoGraph;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** The demo graph in a running server: loaded, trained, and asked for a new user's films. */
final class Demo {
  /**
   * In the order of the clicks: directors, actors and genres enough to show every kind of reason.
   */
  static final List<String> CLICKED_TITLES = List.of("Alien", "The Godfather", "Thief");

  static final String NEW_USER = "you";

  private static final long POLL_MILLIS = 500;

  private final Driver driver;

  Demo(Driver driver) {
    this.driver = driver;
  }

  /**
   * Keeps the demo out of a graph that is somebody's own. Films come first, so that a load that was
   * cut short has the demo's, with their keys, and nobody but the demo's users.
   */
  void refuseAnotherGraph(Path folder) {
    boolean isForeign =
        read(
                """
                RETURN EXISTS { MATCH () }
                   AND NOT (EXISTS { MATCH (:Movie {id: 'm367', title: 'Alien'}) }
                        AND (EXISTS { MATCH (:User {id: 'u1', name: 'Anna Andersen'}) }
                             OR NOT EXISTS { MATCH (:User) })) AS isForeign
                """,
                Map.of())
            .get(0)
            .get("isForeign")
            .asBoolean();
    if (isForeign) {
      throw new QuickstartException(
          ("%s holds another graph; choose another folder for the demo with --home,"
                  + " or start this one as it is with --graph none")
              .formatted(folder));
    }
  }

  /** Whether an earlier start went through: a model is only there once it is whole. */
  boolean isTrained() {
    return !read(
            "CALL metarec.model.list() YIELD modelName WHERE modelName = 'metarec' RETURN modelName",
            Map.of())
        .isEmpty();
  }

  /** Loads the graph; run again after a start that was cut short, it adds only what is missing. */
  void load(Path importFolder) throws IOException {
    try (Session session = driver.session()) {
      DemoGraph.load(importFolder, statement -> session.run(statement).consume());
    }
  }

  /** Trains, showing how far it is, until the model is live. */
  void train(TrainingProgress progress) throws InterruptedException {
    var training = CompletableFuture.supplyAsync(() -> read("CALL metarec.train()", Map.of()));
    while (!training.isDone()) {
      try {
        training.get(POLL_MILLIS, MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        read("CALL metarec.progress() YIELD task, progress", Map.of())
            .forEach(
                row -> progress.show(row.get("task").asString(), row.get("progress").asDouble()));
      } catch (ExecutionException failed) {
        throw new QuickstartException("training failed: " + failed.getCause().getMessage());
      }
    }
    progress.finish();
  }

  /** Creates the new user with three clicks, unless an earlier start did. */
  void welcomeNewUser() {
    String query =
        """
        MERGE (you:User {id: $id}) ON CREATE SET you.name = 'New user'
        WITH you
        UNWIND range(0, size($titles) - 1) AS position
        MATCH (film:Movie {title: $titles[position]})
        MERGE (you)-[click:CLICKED]->(film)
          ON CREATE SET click.at = datetime() + duration({seconds: position})
        """;
    try (Session session = driver.session()) {
      session.run(query, Map.of("id", NEW_USER, "titles", CLICKED_TITLES)).consume();
    }
  }

  /** The films the new user has clicked, in order. */
  List<String> clickedFilms() {
    return read(
            """
            MATCH (:User {id: $id})-[click:CLICKED]->(film:Movie)
            RETURN film ORDER BY click.at
            """,
            Map.of("id", NEW_USER))
        .stream()
        .map(row -> RecommendationLine.caption(row.get("film").asNode()))
        .toList();
  }

  /** The new user's list, a line a film. */
  List<String> recommendations() {
    return read(
            "CALL metarec.recommend($user) YIELD rank, item, score, paths",
            Map.of("user", NEW_USER))
        .stream()
        .map(RecommendationLine::of)
        .toList();
  }

  private List<Record> read(String query, Map<String, Object> parameters) {
    try (Session session = driver.session()) {
      return session.run(query, parameters).list();
    }
  }
}
