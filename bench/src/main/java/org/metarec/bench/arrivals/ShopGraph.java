package org.metarec.bench.arrivals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.metarec.bench.arrivals.Shop.Read;
import org.metarec.bench.experiment.GraphWriter;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** A shop in a database: books with an author and a genre, readers, and what they viewed when. */
final class ShopGraph {
  private static final Instant OPENED = Instant.parse("2024-01-01T00:00:00Z");
  private static final Label BOOK = Label.label("Book");
  private static final Label READER = Label.label("Reader");
  private static final Label AUTHOR = Label.label("Author");
  private static final Label GENRE = Label.label("Genre");
  private static final RelationshipType VIEWED = RelationshipType.withName("VIEWED");
  private static final RelationshipType WROTE = RelationshipType.withName("WROTE");
  private static final RelationshipType IN_GENRE = RelationshipType.withName("IN_GENRE");

  private final Shop shop;
  private final GraphWriter writer;
  private final boolean dated;
  private final String[] books = new String[Shop.BOOKS];
  private final String[] readers;
  private final String[] authors;
  private final String[] genres;

  /**
   * Writes readers, authors and genres.
   *
   * @param dated whether books say when they were published
   */
  ShopGraph(GraphDatabaseService database, Shop shop, boolean dated) {
    this.shop = shop;
    this.writer = new GraphWriter(database);
    this.dated = dated;
    List.of(BOOK, READER, AUTHOR, GENRE).forEach(label -> writer.constrain(label, "id"));
    this.readers = nodes(READER, Shop.READERS);
    this.authors = nodes(AUTHOR, Shop.AUTHORS);
    this.genres = nodes(GENRE, Shop.GENRES);
  }

  private String[] nodes(Label label, int count) {
    return writer.create(label, count, (node, i) -> node.setProperty("id", key(label, i)));
  }

  /** Writes the books that arrived from one day until another, and what was read in that time. */
  void pass(double from, double until) {
    arrive(from, until);
    List<Read> reads =
        shop.reads().stream().filter(read -> read.day() >= from && read.day() < until).toList();
    writer.forEach(reads, this::add);
  }

  /** Writes those books alone. */
  void arrive(double from, double until) {
    List<Integer> arrived =
        shop.arrived(until).filter(book -> shop.arrival(book) >= from).boxed().toList();
    writer.forEach(arrived, this::add);
  }

  private void add(Transaction tx, int book) {
    Node node = tx.createNode(BOOK);
    books[book] = node.getElementId();
    node.setProperty("id", book(book));
    if (dated) {
      node.setProperty("publishedAt", moment(shop.arrival(book)).toLocalDate());
    }
    tx.getNodeByElementId(authors[shop.author(book)]).createRelationshipTo(node, WROTE);
    node.createRelationshipTo(tx.getNodeByElementId(genres[shop.genre(book)]), IN_GENRE);
  }

  private void add(Transaction tx, Read read) {
    tx.getNodeByElementId(readers[read.reader()])
        .createRelationshipTo(tx.getNodeByElementId(books[read.book()]), VIEWED)
        .setProperty("at", moment(read.day()));
  }

  private static ZonedDateTime moment(double day) {
    return OPENED.plusSeconds(Math.round(day * 86_400)).atZone(ZoneOffset.UTC);
  }

  /** The key of a book. */
  static String book(int book) {
    return key(BOOK, book);
  }

  /** The key of a reader. */
  static String reader(int reader) {
    return key(READER, reader);
  }

  private static String key(Label label, int number) {
    return label.name() + number;
  }
}
