package org.metarec.bench.arrivals;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.metarec.bench.arrivals.Shop.Read;
import org.metarec.bench.eval.ScoreMetrics;

/**
 * The last days of a shop. Who has read before is recommended books that he has not read; what he
 * reads of them in that time should be among the first ten.
 */
final class NextReads {
  /** Says what books are worth to a reader: {@code double[books]}, higher is better. */
  interface Scorer {
    double[] score(int reader, int[] books);
  }

  private final Shop shop;
  private final double days;
  private final double lastArrival;
  private final double[] readers;
  private final Map<Integer, BitSet> read = new TreeMap<>();
  private final Map<Integer, BitSet> next = new TreeMap<>();

  /**
   * @param days how many
   * @param later whether books that come in that time are there from its beginning
   */
  NextReads(Shop shop, double days, boolean later) {
    this.shop = shop;
    this.days = days;
    this.lastArrival = later ? Shop.DAYS : now();
    this.readers = shop.readersOfBooks(Double.NEGATIVE_INFINITY, now());
    for (Read one : shop.reads()) {
      if (one.day() < now()) {
        read.computeIfAbsent(one.reader(), reader -> new BitSet()).set(one.book());
      } else if (shop.arrival(one.book()) < lastArrival && read.containsKey(one.reader())) {
        next.computeIfAbsent(one.reader(), reader -> new BitSet()).set(one.book());
      }
    }
  }

  /** When they begin. */
  double now() {
    return Shop.DAYS - days;
  }

  /** When the time before them, which is as long, began. */
  double last() {
    return now() - days;
  }

  /** Whether a reader has read something of an author before. */
  boolean knows(int reader, int author) {
    return read.get(reader).stream().anyMatch(book -> shop.author(book) == author);
  }

  /** Prints how well a scorer ranks what is read, of all books and of each kind. */
  void test(String name, Scorer scorer) {
    Map<String, RankTally> tallies = new TreeMap<>();
    next.forEach(
        (reader, wanted) -> {
          int[] books =
              shop.arrived(lastArrival).filter(book -> !read.get(reader).get(book)).toArray();
          double[] scores = scorer.score(reader, books);
          double[] ascending = DoubleStream.of(scores).sorted().toArray();
          for (int i = 0; i < books.length; i++) {
            double rank = ScoreMetrics.rankAmong(scores[i], ascending) - 0.5; // it ties with itself
            for (String kind : List.of("all", kind(books[i]))) {
              tallies.computeIfAbsent(kind, one -> new RankTally()).add(rank, wanted.get(books[i]));
            }
          }
        });
    int places = tallies.get("all").places();
    tallies.forEach(
        (kind, tally) -> System.out.println(name + ", " + kind + ": " + tally.of(places)));
  }

  /** Whether it comes later or has come in the time before, and how many have read it. */
  private String kind(int book) {
    double arrival = shop.arrival(book);
    String age = arrival < last() ? "old" : arrival < now() ? "new" : "later";
    double count = readers[book];
    return age + (count == 0 ? " 0" : count < 3 ? " 1-2" : count < 10 ? " 3-9" : " 10+");
  }
}
