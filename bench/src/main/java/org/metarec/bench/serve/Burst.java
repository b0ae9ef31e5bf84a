package org.metarec.bench.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.metarec.bench.experiment.GraphWriter;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * New films for a {@link FilmGraph}, each with a director, three actors and two genres that the
 * graph has. Whom each film gets is drawn and looked up before the first is written, so that
 * writing takes as little time as it can.
 */
final class Burst {
  private static final String PREFIX = "burst";
  private static final RelationshipType DIRECTED = RelationshipType.withName("DIRECTED");
  private static final RelationshipType ACTED_IN = RelationshipType.withName("ACTED_IN");
  private static final RelationshipType IN_GENRE = RelationshipType.withName("IN_GENRE");

  private final GraphDatabaseService database;
  private final List<Film> films = new ArrayList<>();

  private record Film(List<String> directors, List<String> actors, List<String> genres) {}

  /**
   * Draws films.
   *
   * @param before films of the graph
   */
  Burst(GraphDatabaseService database, int before, int count, long seed) {
    this.database = database;
    SplittableRandom random = new SplittableRandom(seed);
    ZipfChoice directors = FilmRelation.directors(before).choice();
    ZipfChoice actors = FilmRelation.actors(before).choice();
    ZipfChoice genres = FilmRelation.genres().choice();
    try (Transaction tx = database.beginTx()) {
      for (int film = 0; film < count; film++) {
        films.add(
            new Film(
                ids(directors.drawDistinct(1, random), i -> node(tx, "Person", "d" + i)),
                ids(actors.drawDistinct(3, random), i -> node(tx, "Person", "a" + i)),
                ids(genres.drawDistinct(2, random), i -> node(tx, "Genre", "g" + i))));
      }
    }
  }

  private static List<String> ids(int[] drawn, IntFunction<Node> nodes) {
    List<String> ids = new ArrayList<>();
    for (int number : drawn) {
      ids.add(nodes.apply(number).getElementId());
    }
    return ids;
  }

  private static Node node(Transaction tx, String label, String id) {
    return tx.findNode(Label.label(label), "id", id);
  }

  /** Writes the films, so many in a transaction. */
  void write(int inTransaction) {
    new GraphWriter(database).forEach(films.size(), inTransaction, this::write);
  }

  private void write(Transaction tx, int number) {
    Node film = tx.createNode(FilmGraph.FILM);
    film.setProperty("id", PREFIX + number);
    film.setProperty("title", "Burst " + number);
    Film of = films.get(number);
    of.directors().forEach(id -> tx.getNodeByElementId(id).createRelationshipTo(film, DIRECTED));
    of.actors().forEach(id -> tx.getNodeByElementId(id).createRelationshipTo(film, ACTED_IN));
    of.genres().forEach(id -> film.createRelationshipTo(tx.getNodeByElementId(id), IN_GENRE));
  }

  /** Takes the films out again. */
  void delete() {
    database.executeTransactionally(
        "MATCH (film:Movie) WHERE film.id STARTS WITH '%s' DETACH DELETE film".formatted(PREFIX));
  }
}
