package org.metarec.bench.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo4j's Graph Data Science library, which only the class path of {@code bench/run gds} has; so it
 * is called in Cypher alone. Queries find the name of the projected graph as {@code $graph} and the
 * least rating of an item that is liked as {@code $least}.
 */
final class GraphDataScience {

  /** A projection does not follow the graph: it is dropped and made again. */
  private static final String DROP =
      "CALL gds.graph.drop($graph, false) YIELD graphName RETURN count(*)";

  private static final String PROJECT =
      """
      MATCH (a:User|Fresh|Item)-[r%s]->(b)
      WHERE NOT r:RATED OR coalesce(r.rating, $least) >= $least
      RETURN gds.graph.project($graph, a, b, {
        sourceNodeLabels: labels(a), targetNodeLabels: labels(b), relationshipType: type(r)
      }, {undirectedRelationshipTypes: $undirected})
      """;

  private final GraphDatabaseService database;
  private final Map<String, Object> everywhere;

  /**
   * Adds the library's calls to a database.
   *
   * @param leastPositive rating from which on an item is liked
   * @throws IllegalStateException if the library is not on the class path
   */
  GraphDataScience(GraphDatabaseService database, double leastPositive)
      throws IOException, ReflectiveOperationException, ProcedureException {
    this.database = database;
    this.everywhere = Map.of("graph", "bench", "least", leastPositive);
    GlobalProcedures calls =
        ((GraphDatabaseAPI) database)
            .getDependencyResolver()
            .resolveDependency(GlobalProcedures.class);
    for (String name : named("org.neo4j.procedure.Procedure")) {
      calls.registerProcedure(Class.forName(name));
    }
    for (String name : named("org.neo4j.procedure.UserFunction")) {
      calls.registerFunction(Class.forName(name));
    }
  }

  /** What all jars of the class path say to have. */
  private static List<String> named(String service) throws IOException {
    ClassLoader loader = GraphDataScience.class.getClassLoader();
    List<String> names =
        Collections.list(loader.getResources("META-INF/services/" + service)).stream()
            .flatMap(file -> read(file).lines())
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw new IllegalStateException(
          "the Graph Data Science library is not on the class path; run bench/run gds");
    }
    return names;
  }

  private static String read(URL file) {
    try (var stream = file.openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Projects who likes what, in the place of what was projected before. */
  void projectLikes() {
    project(":RATED", List.of());
  }

  /** The same with all that items are related to, undirected. */
  void projectAll() {
    project("", List.of("*"));
  }

  private void project(String types, List<String> undirected) {
    forEach(DROP, Map.of(), row -> {});
    forEach(PROJECT.formatted(types), Map.of("undirected", undirected), row -> {});
  }

  /** How many rows a query has. */
  int count(String query, Map<String, Object> parameters) {
    int[] count = new int[1];
    forEach(query, parameters, row -> count[0]++);
    return count[0];
  }

  /** Runs a query in a transaction of its own. */
  void forEach(String query, Map<String, Object> parameters, Consumer<Map<String, Object>> action) {
    Map<String, Object> all = new HashMap<>(everywhere);
    all.putAll(parameters);
    database.executeTransactionally(
        query,
        all,
        rows -> {
          rows.forEachRemaining(action);
          return null;
        });
  }
}
