package org.metarec.graph.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.metarec.testing.EmptyDatabase;
import org.metarec.testing.TinyMovieGraph;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

class GraphPathIT {
  @RegisterExtension static final EmptyDatabase DATABASE = new EmptyDatabase();

  @BeforeEach
  void films() {
    TinyMovieGraph.create(DATABASE.service());
  }

  /** Ada clicked Heat, by Michael Mann, who made The Insider. */
  private static Path walkedByCypher(Transaction tx) {
    return (Path)
        tx.execute(
                """
                MATCH path = (:User {name: 'Ada'})-[:CLICKED]->(:Movie {title: 'Heat'})
                  <-[:DIRECTED]-(:Person)-[:DIRECTED]->(:Movie {title: 'The Insider'})
                RETURN path
                """)
            .next()
            .get("path");
  }

  private static GraphPath.Step step(Relationship relationship, Node to) {
    return new GraphPath.Step(
        NodeIds.of(relationship), relationship.getType().name(), NodeIds.of(to));
  }

  private static List<GraphPath.Step> steps(Path path) {
    List<Node> nodes = ImmutableList.copyOf(path.nodes());
    List<Relationship> relationships = ImmutableList.copyOf(path.relationships());
    return IntStream.range(0, path.length())
        .mapToObj(i -> step(relationships.get(i), nodes.get(i + 1)))
        .toList();
  }

  @Test
  void aPathIsWalkedAgainstAndAlongItsRelationships() {
    DATABASE.inspect(
        tx -> {
          Path expected = walkedByCypher(tx);
          Path path = GraphPath.of(tx, expected.startNode(), steps(expected)).orElseThrow();
          assertThat(path).containsExactlyElementsOf(expected);
          assertThat(path.nodes()).containsExactlyElementsOf(expected.nodes());
          assertThat(path.reverseNodes()).containsExactlyElementsOf(expected.reverseNodes());
          assertThat(path.relationships()).containsExactlyElementsOf(expected.relationships());
          assertThat(path.reverseRelationships())
              .containsExactlyElementsOf(expected.reverseRelationships());
          assertThat(path.endNode()).isEqualTo(expected.endNode());
          assertThat(path.lastRelationship()).isEqualTo(expected.lastRelationship());
          assertThat(path.length()).isEqualTo(3);
        });
  }

  @Test
  void aPathOfOneNodeHasNoRelationship() {
    DATABASE.inspect(
        tx -> {
          Node ada = tx.findNode(Label.label("User"), "name", "Ada");
          Path path = GraphPath.of(tx, ada, List.of()).orElseThrow();
          assertThat(path.endNode()).isEqualTo(ada);
          assertThat(path).hasSize(1);
          assertThat(path.lastRelationship()).isNull();
        });
  }

  @Test
  void cypherTakesItForAPath() {
    DATABASE.inspect(
        tx -> {
          Path expected = walkedByCypher(tx);
          Path path = GraphPath.of(tx, expected.startNode(), steps(expected)).orElseThrow();
          Map<String, Object> parameters = Map.of("path", path);
          assertThat(tx.execute("RETURN length($path) AS length", parameters).next().get("length"))
              .isEqualTo(3L);
        });
  }

  @Test
  void aDeletedRelationshipMakesNoPath() {
    DATABASE.inspect(
        tx -> {
          Path expected = walkedByCypher(tx);
          Node ada = expected.startNode();
          List<GraphPath.Step> steps = steps(expected);
          expected.lastRelationship().delete();
          assertThat(GraphPath.of(tx, ada, steps)).isEmpty();
        });
  }

  @Test
  void anIdThatBelongsToAnotherRelationshipMakesNoPath() {
    DATABASE.inspect(
        tx -> {
          Path path = walkedByCypher(tx);
          Node ada = path.startNode();
          GraphPath.Step click = steps(path).get(0);
          Relationship directed = path.lastRelationship();
          assertThat(walk(tx, ada, new GraphPath.Step(click.relationship(), "LIKED", click.node())))
              .as("another type")
              .isEmpty();
          assertThat(
                  walk(
                      tx,
                      ada,
                      new GraphPath.Step(
                          click.relationship(), "CLICKED", NodeIds.of(directed.getEndNode()))))
              .as("another end")
              .isEmpty();
          assertThat(walk(tx, directed.getEndNode(), click)).as("another start").isEmpty();
        });
  }

  private static Optional<GraphPath> walk(Transaction tx, Node start, GraphPath.Step step) {
    return GraphPath.of(tx, start, List.of(step));
  }
}
