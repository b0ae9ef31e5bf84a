package org.metarec.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/**
 * A recommendation in a line, with its reason: <code>
 * 1. Heat (1995)  2.31 — because you watched Thief (1981), also directed by Michael Mann</code>.
 */
final class RecommendationLine {
  private static final Map<String, String> WORDS =
      Map.of("ACTED_IN", "starring", "DIRECTED", "directed by", "IN_GENRE", "in the genre");

  private RecommendationLine() {}

  /**
   * Puts a row of {@code metarec.recommend} into words; of its paths, the strongest.
   *
   * @param row with the columns {@code rank}, {@code item}, {@code score} and {@code paths}
   */
  static String of(Record row) {
    String film =
        String.format(
            Locale.ROOT,
            "%d. %s  %.2f",
            row.get("rank").asInt(),
            caption(row.get("item").asNode()),
            row.get("score").asDouble());
    List<Path> paths = row.get("paths").asList(Value::asPath);
    return paths.isEmpty() ? film : film + " \u2014 " + reason(paths.get(0));
  }

  /** A node as people call it: its title or name, and its year where it has one. */
  static String caption(Entity node) {
    String name =
        Stream.of("title", "name", "id")
            .map(node::get)
            .filter(value -> !value.isNull())
            .findFirst()
            .map(value -> value.asObject().toString())
            .orElseGet(node::elementId);
    Value year = node.get("year");
    return year.isNull() ? name : "%s (%s)".formatted(name, year.asObject());
  }

  /**
   * The path runs from the user over a clicked film to what it shares with the recommended one, or,
   * where a relation joins the two films, straight to that: then the clicked film is what is
   * shared.
   */
  private static String reason(Path path) {
    List<Node> nodes = list(path.nodes());
    List<Relationship> relations = list(path.relationships());
    Node seen = nodes.get(1);
    Node shared = nodes.get(nodes.size() - 2);
    return "because you watched %s, also %s %s"
        .formatted(caption(seen), words(relations.get(1).type()), caption(shared));
  }

  /**
   * {@code WRITTEN_BY} reads well as it is; the demo's types do not, and have words of their own.
   */
  private static String words(String relationshipType) {
    return WORDS.getOrDefault(
        relationshipType, relationshipType.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static <T> List<T> list(Iterable<T> elements) {
    return StreamSupport.stream(elements.spliterator(), false).toList();
  }
}
