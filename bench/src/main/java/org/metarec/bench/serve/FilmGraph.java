package org.metarec.bench.serve;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.metarec.path.PathIndex;
import org.metarec.triple.RandomOrder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Fills a database with films of the shape that serving is measured on: 1 or 2 directors, one for
 * every five films to draw from; 4 actors, as many to draw from as films; 2 or 3 of 24 genres;
 * users with clicks. All draws are by Zipf.
 */
record FilmGraph(int films, int users, int clicks) {
  private static final int BATCH = 50_000;
  private static final int HUB_CLICKS = 1_000_000;
  static final int GENRES = 24;
  static final int FILMS_PER_DIRECTOR = 5;
  static final double EXPONENT = 0.75;
  private static final long FIRST_CLICK = 1_600_000_000L;

  static final Label FILM = Label.label("Movie");
  static final Label USER = Label.label("User");
  static final RelationshipType CLICKED = RelationshipType.withName("CLICKED");

  /** Writes nodes, relationships and constraints. */
  void fill(GraphDatabaseService database, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] filmIds = nodes(database, "Movie", "m", films);
    String[] directors = nodes(database, "Person", "d", Math.max(2, films / FILMS_PER_DIRECTOR));
    String[] actors = nodes(database, "Person", "a", Math.max(4, films));
    String[] genres = nodes(database, "Genre", "g", GENRES);
    relate(database, filmIds, directors, "DIRECTED", new int[] {1, 2}, random);
    relate(database, filmIds, actors, "ACTED_IN", new int[] {4}, random);
    relate(database, filmIds, genres, "IN_GENRE", new int[] {2, 3}, random);
    click(database, nodes(database, "User", "u", users), filmIds, random);
    constrain(database);
  }

  /** The relations of such films, without a database. */
  static PathIndex paths(int films, SplittableRandom random) {
    int[][] counts = {{1, 2}, {4}, {2, 3}};
    int[] choices = {Math.max(2, films / FILMS_PER_DIRECTOR), Math.max(4, films), GENRES};
    PathIndex.Builder paths = new PathIndex.Builder(films, choices.length);
    int first = 0;
    for (int relation = 0; relation < choices.length; relation++) {
      ZipfChoice choice = new ZipfChoice(choices[relation], EXPONENT);
      for (int film = 0; film < films; film++) {
        int count = counts[relation][random.nextInt(counts[relation].length)];
        for (int drawn : choice.drawDistinct(count, random)) {
          paths.link(relation, film, first + drawn, 0);
        }
      }
      first += choices[relation];
    }
    return paths.build();
  }

  private static String[] nodes(
      GraphDatabaseService database, String label, String prefix, int count) {
    String[] ids = new String[count];
    for (int from = 0; from < count; from += BATCH) {
      try (Transaction tx = database.beginTx()) {
        for (int i = from; i < Math.min(count, from + BATCH); i++) {
          Node node = tx.createNode(Label.label(label));
          node.setProperty("id", prefix + i);
          node.setProperty(label.equals("Movie") ? "title" : "name", label + " " + i);
          ids[i] = node.getElementId();
        }
        tx.commit();
      }
    }
    return ids;
  }

  /** Genres are where the relationship ends, people where it starts. */
  private static void relate(
      GraphDatabaseService database,
      String[] films,
      String[] others,
      String type,
      int[] counts,
      SplittableRandom random) {
    ZipfChoice choice = new ZipfChoice(others.length, EXPONENT);
    RelationshipType relation = RelationshipType.withName(type);
    for (int from = 0; from < films.length; from += BATCH / 4) {
      try (Transaction tx = database.beginTx()) {
        for (int i = from; i < Math.min(films.length, from + BATCH / 4); i++) {
          Node film = tx.getNodeByElementId(films[i]);
          for (int drawn : choice.drawDistinct(counts[random.nextInt(counts.length)], random)) {
            Node other = tx.getNodeByElementId(others[drawn]);
            Node start = type.equals("IN_GENRE") ? film : other;
            start.createRelationshipTo(start.equals(film) ? other : film, relation);
          }
        }
        tx.commit();
      }
    }
  }

  /** Each user gets half to one and a half times the mean; films are ranked at random. */
  private void click(
      GraphDatabaseService database, String[] userIds, String[] films, SplittableRandom random) {
    ZipfChoice choice = new ZipfChoice(films.length, EXPONENT);
    int[] byRank = RandomOrder.of(films.length, random);
    int mean = Math.max(2, clicks / users);
    for (int from = 0; from < userIds.length; from += BATCH / mean + 1) {
      try (Transaction tx = database.beginTx()) {
        for (int i = from; i < Math.min(userIds.length, from + BATCH / mean + 1); i++) {
          Node user = tx.getNodeByElementId(userIds[i]);
          for (int drawn : choice.drawDistinct(mean / 2 + random.nextInt(mean + 1), random)) {
            Node film = tx.getNodeByElementId(films[byRank[drawn]]);
            Relationship click = user.createRelationshipTo(film, CLICKED);
            click.setProperty("at", FIRST_CLICK + random.nextInt(100_000_000));
          }
        }
        tx.commit();
      }
    }
  }

  /** A user {@code heavy} who has clicked a hundred thousand films, or all there are. */
  void addHeavyUser(GraphDatabaseService database) {
    database.executeTransactionally(
        """
        MATCH (film:Movie) WITH film LIMIT 100000
        WITH collect(film) AS films
        CREATE (user:User {id: 'heavy'})
        FOREACH (i IN range(0, size(films) - 1) |
          FOREACH (film IN [films[i]] | CREATE (user)-[:CLICKED {at: 1700000000 + i}]->(film)))
        """);
  }

  /**
   * A film that a million other users have clicked, and two users with forty clicks: {@code fan}
   * has clicked it, {@code other} an ordinary film in its place. Nothing if they are there.
   */
  void addHub(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx()) {
      if (tx.findNode(USER, "id", "fan") != null) {
        return;
      }
    }
    for (int from = 0; from < HUB_CLICKS; from += BATCH) {
      try (Transaction tx = database.beginTx()) {
        Node hub = tx.findNode(FILM, "id", "m0");
        for (int i = from; i < from + BATCH; i++) {
          Relationship click = tx.createNode(USER).createRelationshipTo(hub, CLICKED);
          click.setProperty("at", FIRST_CLICK + i);
        }
        tx.commit();
      }
    }
    database.executeTransactionally(
        """
        UNWIND [['fan', 'm0'], ['other', 'm1']] AS pair
        CREATE (user:User {id: pair[0]})
        WITH user, [i IN range(1, 39) | 'm' + (100 * i)] + pair[1] AS ids
        UNWIND ids AS id
        MATCH (film:Movie {id: id})
        CREATE (user)-[:CLICKED {at: 1700000000}]->(film)
        """);
  }

  private static void constrain(GraphDatabaseService database) {
    for (String label : List.of("Movie", "Person", "Genre", "User")) {
      database.executeTransactionally(
          "CREATE CONSTRAINT FOR (n:%s) REQUIRE n.id IS UNIQUE".formatted(label));
    }
    try (Transaction tx = database.beginTx()) {
      tx.schema().awaitIndexesOnline(10, TimeUnit.MINUTES);
    }
  }
}
