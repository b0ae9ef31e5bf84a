package org.metarec.bench.arrivals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.metarec.bench.arrivals.Shop.Read;
import org.metarec.bench.experiment.GraphWriter;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;

/** A shop in a database: books of an author and a genre, readers, and what they read when. */
final class ShopGraph {
  private static final Instant OPENED = Instant.parse("2024-01-01T00:00:00Z");
  private static final RelationshipType VIEWED = RelationshipType.withName("VIEWED");
  private static final RelationshipType WROTE = RelationshipType.withName("WROTE");
  private static final RelationshipType IN_GENRE = RelationshipType.withName("IN_GENRE");

  private final Shop shop;
  private final GraphWriter writer;
  private final boolean dated;
  private final String[] readers;
  private final String[] books = new String[Shop.BOOKS];
  private final String[] authors;
  private final String[] genres;

  /**
   * @param dated whether books say when they were published
   */
  ShopGraph(GraphDatabaseService database, Shop shop, boolean dated) {
    this.shop = shop;
    this.writer = new GraphWriter(database);
    this.dated = dated;
    this.readers = nodes("User", Shop.READERS);
    this.authors = nodes("Author", Shop.AUTHORS);
    this.genres = nodes("Genre", Shop.GENRES);
    for (String label : List.of("User", "Author", "Genre", "Book")) {
      writer.constrain(Label.label(label), "id");
    }
  }

  private String[] nodes(String label, int count) {
    return writer.create(Label.label(label), count, (node, i) -> node.setProperty("id", label + i));
  }

  /** Adds the books that arrived in a time, and what was read in it. */
  void pass(double from, double until) {
    List<Integer> arrived =
        shop.arrived(until).filter(book -> shop.arrival(book) >= from).boxed().toList();
    writer.forEach(
        arrived,
        (tx, book) -> {
          var node = tx.createNode(Label.label("Book"));
          books[book] = node.getElementId();
          node.setProperty("id", id(book));
          if (dated) {
            node.setProperty(
                "publishedAt", LocalDate.ofInstant(at(shop.arrival(book)), ZoneOffset.UTC));
          }
          tx.getNodeByElementId(authors[shop.author(book)]).createRelationshipTo(node, WROTE);
          node.createRelationshipTo(tx.getNodeByElementId(genres[shop.genre(book)]), IN_GENRE);
        });
    List<Read> reads =
        shop.reads().stream().filter(r -> r.day() >= from && r.day() < until).toList();
    writer.forEach(
        reads,
        (tx, read) ->
            tx.getNodeByElementId(readers[read.reader()])
                .createRelationshipTo(tx.getNodeByElementId(books[read.book()]), VIEWED)
                .setProperty("at", at(read.day()).atZone(ZoneOffset.UTC)));
  }

  private static Instant at(double day) {
    return OPENED.plusSeconds(Math.round(day * 86_400));
  }

  static String id(int book) {
    return "Book" + book;
  }

  static String reader(int reader) {
    return "User" + reader;
  }
}
