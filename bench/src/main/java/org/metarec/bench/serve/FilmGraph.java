package org.metarec.bench.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.metarec.bench.experiment.GraphWriter;
import org.metarec.path.PathIndex;
import org.metarec.triple.RandomOrder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * Fills a database with films of the shape that serving is measured on: people and genres as {@link
 * FilmRelation} has them, and users with clicks. All draws are by Zipf.
 *
 * @param activity exponent by which some users click more than others; 0: all are alike
 */
record FilmGraph(int films, int users, int clicks, double activity) {
  static final long FIRST_CLICK = 1_600_000_000L;

  static final Label FILM = Label.label("Movie");
  static final Label USER = Label.label("User");
  static final RelationshipType CLICKED = RelationshipType.withName("CLICKED");

  FilmGraph {
    if (!(activity >= 0)) {
      throw new IllegalArgumentException("activity is %s, expected 0 or more".formatted(activity));
    }
  }

  /** Writes nodes, relationships and constraints. */
  void fill(GraphDatabaseService database, long seed) {
    GraphWriter writer = new GraphWriter(database);
    SplittableRandom random = new SplittableRandom(seed);
    String[] filmIds = nodes(writer, FILM.name(), "m", films);
    List<FilmRelation> relations = FilmRelation.all(films);
    List<String[]> others = new ArrayList<>();
    for (FilmRelation relation : relations) {
      others.add(nodes(writer, relation.label(), relation.prefix(), relation.choice().count()));
    }
    for (int i = 0; i < relations.size(); i++) {
      relate(writer, filmIds, others.get(i), relations.get(i), random);
    }
    click(writer, nodes(writer, USER.name(), "u", users), filmIds, random);
    for (String label : List.of("Movie", "Person", "Genre", "User")) {
      writer.constrain(Label.label(label), "id");
    }
  }

  /** The relations of such films, without a database. */
  static PathIndex paths(int films, SplittableRandom random) {
    List<FilmRelation> relations = FilmRelation.all(films);
    PathIndex.Builder paths = new PathIndex.Builder(films, films, relations.size(), 0);
    int first = 0;
    for (int relation = 0; relation < relations.size(); relation++) {
      for (int film = 0; film < films; film++) {
        for (int drawn : relations.get(relation).draw(random)) {
          paths.link(relation, film, first + drawn, 0);
        }
      }
      first += relations.get(relation).choice().count();
    }
    return paths.build();
  }

  private static String[] nodes(GraphWriter writer, String label, String prefix, int count) {
    String name = label.equals(FILM.name()) ? "title" : "name";
    return writer.create(
        Label.label(label),
        count,
        (node, i) -> {
          node.setProperty("id", prefix + i);
          node.setProperty(name, label + " " + i);
        });
  }

  /** Genres are where the relationship ends, people where it starts. */
  private static void relate(
      GraphWriter writer,
      String[] films,
      String[] others,
      FilmRelation relation,
      SplittableRandom random) {
    RelationshipType type = RelationshipType.withName(relation.type());
    writer.forEach(
        films.length,
        GraphWriter.BATCH / 4,
        (tx, i) -> {
          Node film = tx.getNodeByElementId(films[i]);
          for (int drawn : relation.draw(random)) {
            Node other = tx.getNodeByElementId(others[drawn]);
            if (relation.label().equals("Genre")) {
              film.createRelationshipTo(other, type);
            } else {
              other.createRelationshipTo(film, type);
            }
          }
        });
  }

  /**
   * Each user gets half to one and a half times a share; films are ranked at random, and so are
   * users. Nobody has clicked more than a quarter of the films.
   */
  private void click(
      GraphWriter writer, String[] userIds, String[] filmIds, SplittableRandom random) {
    ZipfChoice choice = new ZipfChoice(films);
    ZipfChoice shares = new ZipfChoice(users, activity);
    int[] byRank = RandomOrder.of(films, random);
    // where all are alike any rank will do, and draws are those of graphs without activity
    int[] ranks = activity > 0 ? RandomOrder.of(users, random) : new int[users];
    writer.forEach(
        users,
        GraphWriter.BATCH / Math.max(1, clicks / users) + 1,
        (tx, i) -> {
          Node user = tx.getNodeByElementId(userIds[i]);
          int share = Math.max(2, (int) Math.round(clicks * shares.share(ranks[i])));
          int wanted = Math.min(films / 4, share / 2 + random.nextInt(share + 1));
          for (int drawn : choice.drawDistinct(wanted, random)) {
            Node film = tx.getNodeByElementId(filmIds[byRank[drawn]]);
            Relationship click = user.createRelationshipTo(film, CLICKED);
            click.setProperty("at", FIRST_CLICK + random.nextInt(100_000_000));
          }
        });
  }
}
