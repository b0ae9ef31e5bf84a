package org.metarec.bench.arrivals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.metarec.bench.experiment.Draws;

/**
 * A generated bookshop: books arrive, readers come, and who reads chooses among the books that are
 * there and that he has not read, by a softmax of their utility: how good a book is, how good its
 * author, whether the reader likes its genre, whether its author is one of his favourites, or of
 * one of the last books that he read, and how new it is. Days are those since the shop opened.
 */
final class Shop {
  static final int BOOKS = 3000;
  static final int READERS = 2000;
  static final int DAYS = 730;
  static final int AUTHORS = 500;
  static final int GENRES = 12;

  /** The oldest of them is of so many days before. */
  static final int PAST = 7300;

  private static final double QUALITY = 0.7;
  private static final int FAVOURITES = 5;
  private static final double FAVOURITE = 2;
  private static final int LAST_BOOKS = 3;
  private static final double READS = 30;

  private final int firstBooks;
  private final double novelty;
  private final double newDays;
  private final double habit;
  private final int[] genres = new int[AUTHORS];
  private final int[] authors = new int[BOOKS];
  private final double[] arrivals = new double[BOOKS];
  private final double[] qualities = new double[BOOKS];
  private final double[][] tastes = new double[READERS][];
  private final List<Read> reads = new ArrayList<>();
  private final List<List<Read>> readsOfReaders = new ArrayList<>();

  /** Who read which book, when. */
  record Read(int reader, int book, double day) {}

  private record Visit(int reader, double day) {}

  /**
   * @param firstBooks how many of the books are there when it opens
   * @param novelty what being new adds to the utility of a book that has just arrived
   * @param newDays a book is 1/e as new after so many days
   * @param habit what the author of one of the last books that one read adds
   */
  Shop(int firstBooks, double novelty, double newDays, double habit, long seed) {
    this.firstBooks = firstBooks;
    this.novelty = novelty;
    this.newDays = newDays;
    this.habit = habit;
    SplittableRandom random = new SplittableRandom(seed);
    stock(random);
    for (int reader = 0; reader < READERS; reader++) {
      tastes[reader] = taste(random);
      readsOfReaders.add(new ArrayList<>());
    }
    read(random);
  }

  private void stock(SplittableRandom random) {
    Arrays.setAll(genres, author -> random.nextInt(GENRES));
    double[] good = Draws.normal(AUTHORS, QUALITY, random);
    for (int book = 0; book < BOOKS; book++) {
      authors[book] = random.nextInt(AUTHORS);
      arrivals[book] = book < firstBooks ? -random.nextDouble(PAST) : random.nextDouble(DAYS);
      qualities[book] = good[authors[book]] + QUALITY * random.nextGaussian();
    }
  }

  /** What books of each author are worth to a reader. */
  private double[] taste(SplittableRandom random) {
    double[] ofGenres = Draws.normal(GENRES, 1, random);
    double[] taste = IntStream.of(genres).mapToDouble(genre -> ofGenres[genre]).toArray();
    for (int i = 0; i < FAVOURITES; i++) {
      taste[Draws.choose(DoubleStream.of(taste).map(Math::exp).toArray(), random)] += FAVOURITE;
    }
    return taste;
  }

  private void read(SplittableRandom random) {
    BitSet[] read = new BitSet[READERS];
    Arrays.setAll(read, reader -> new BitSet());
    for (Visit visit : visits(random)) {
      Set<Integer> lastAuthors = lastAuthors(visit.reader, visit.day);
      double[] weights =
          IntStream.range(0, BOOKS)
              .mapToDouble(
                  book ->
                      arrivals[book] > visit.day || read[visit.reader].get(book)
                          ? 0
                          : Math.exp(utility(visit.reader, book, visit.day, lastAuthors)))
              .toArray();
      int book = Draws.choose(weights, random);
      read[visit.reader].set(book);
      Read one = new Read(visit.reader, book, visit.day);
      reads.add(one);
      readsOfReaders.get(visit.reader).add(one);
    }
  }

  /** In time; readers come one by one, and some read much more than others. */
  private static List<Visit> visits(SplittableRandom random) {
    List<Visit> visits = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      double first = random.nextDouble(DAYS);
      visits.add(new Visit(reader, first));
      long more = Math.round(READS * Math.exp(random.nextGaussian() - 0.5));
      for (int i = 0; i < more; i++) {
        visits.add(new Visit(reader, random.nextDouble(first, DAYS)));
      }
    }
    visits.sort(Comparator.comparingDouble(Visit::day));
    return visits;
  }

  /**
   * What a book is worth to a reader on a day.
   *
   * @param lastAuthors of the reader on that day
   */
  double utility(int reader, int book, double day, Set<Integer> lastAuthors) {
    double age = Math.max(0, day - arrivals[book]);
    return qualities[book]
        + tastes[reader][authors[book]]
        + (lastAuthors.contains(authors[book]) ? habit : 0)
        + novelty * Math.exp(-age / newDays);
  }

  /** Of the last three books that a reader read before a day. */
  Set<Integer> lastAuthors(int reader, double day) {
    List<Read> own = readsOfReaders.get(reader);
    int before = own.size();
    while (before > 0 && own.get(before - 1).day >= day) {
      before--;
    }
    return own.subList(Math.max(0, before - LAST_BOOKS), before).stream()
        .map(read -> authors[read.book])
        .collect(Collectors.toSet());
  }

  int author(int book) {
    return authors[book];
  }

  int genre(int book) {
    return genres[authors[book]];
  }

  /** The day; below 0 for a book that was there when the shop opened. */
  double arrival(int book) {
    return arrivals[book];
  }

  /** The books that had arrived by a day. */
  IntStream arrived(double day) {
    return IntStream.range(0, BOOKS).filter(book -> arrivals[book] < day);
  }

  /** In time. */
  List<Read> reads() {
    return reads;
  }

  /** How many read each book from a day until another: {@code double[BOOKS]}. */
  double[] readersOfBooks(double from, double until) {
    double[] counts = new double[BOOKS];
    reads.stream()
        .filter(read -> read.day >= from && read.day < until)
        .forEach(read -> counts[read.book]++);
    return counts;
  }
}
