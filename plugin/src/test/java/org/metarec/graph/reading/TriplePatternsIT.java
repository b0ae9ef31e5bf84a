package org.metarec.graph.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.discovery.SchemaDiscovery;
import org.metarec.testing.EmptyDatabase;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;
import org.neo4j.graphdb.Transaction;

class TriplePatternsIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @Test
  void everyTripleCanBeLookedUpInTheGraph() {
    DATABASE.run(
        "CREATE CONSTRAINT FOR (user:User) REQUIRE user.id IS UNIQUE",
        "CREATE (user:User {id: 7}), (studio:Studio {since: 1923})",
        "UNWIND [['Heat', 'en'], ['Alien', 'en'], ['Diva', 'fr']] AS row"
            + " MATCH (user:User), (studio:Studio)"
            + " CREATE (user)-[:CLICKED]->(film:Film {name: row[0], language: row[1]})"
            + " CREATE (studio)-[:MADE]->(film)");
    String studio =
        DATABASE.read(
            tx -> tx.findNodes(() -> "Studio").stream().findFirst().orElseThrow().getElementId());
    DATABASE.inspect(
        tx ->
            assertThat(patterns(tx))
                .contains(
                    "(:User {id: 7})-[:CLICKED]->(:Film {name: 'Heat'})",
                    "(:Studio, elementId '%s')-[:MADE]->(:Film {name: 'Diva'})".formatted(studio),
                    "language=fr of (:Film {name: 'Diva'})"));
  }

  private static List<String> patterns(Transaction tx) {
    GraphSchema schema = SchemaDiscovery.of(tx, SchemaConfig.NONE, Progress.NONE);
    TrainingGraph graph = GraphReader.read(tx, schema, Progress.NONE);
    TriplePatterns patterns = new TriplePatterns(tx, schema, graph, Progress.NONE);
    Triples triples = graph.triples();
    return IntStream.range(0, triples.size())
        .mapToObj(i -> patterns.of(triples.head(i), triples.relation(i), triples.tail(i)))
        .toList();
  }
}
