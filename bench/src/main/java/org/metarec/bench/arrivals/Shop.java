package org.metarec.bench.arrivals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A bookshop that was made up: books arrive, readers come, and who reads next chooses among the
 * books that are there, by a softmax of how good a book is, how good its author, whether he likes
 * its genre, whether its author is one of his favourites, and how new it is. Time is in days since
 * the shop opened.
 */
final class Shop {
  static final int BOOKS = 3000;
  static final int READERS = 2000;
  static final int DAYS = 730;
  static final int AUTHORS = 500;
  static final int GENRES = 12;

  /** So many books are there when the shop opens. */
  private static final int FIRST_BOOKS = 1200;

  private static final int FAVOURITES = 5;
  private static final double FAVOURITE = 2;
  private static final double CLICKS_OF_READER = 30;

  /** A book is 1/e as new after so many days. */
  private static final double NEW_DAYS = 30;

  private final double novelty;
  private final int[] genreOfAuthor = new int[AUTHORS];
  private final int[] authors = new int[BOOKS];
  private final double[] arrivals = new double[BOOKS];
  private final double[] qualities = new double[BOOKS];
  private final double[][] tastes = new double[READERS][];
  private final List<Read> reads = new ArrayList<>();

  /** One reader, one book. */
  record Read(int reader, int book, double day) {}

  /**
   * @param novelty what being new adds to the utility of a book that has just arrived
   */
  Shop(double novelty, long seed) {
    this.novelty = novelty;
    SplittableRandom random = new SplittableRandom(seed);
    makeBooks(random);
    makeReaders(random);
    read(random);
  }

  private void makeBooks(SplittableRandom random) {
    Arrays.setAll(genreOfAuthor, a -> random.nextInt(GENRES));
    double[] good = random.doubles(AUTHORS).map(x -> .7 * random.nextGaussian()).toArray();
    for (int book = 0; book < BOOKS; book++) {
      authors[book] = random.nextInt(AUTHORS);
      arrivals[book] = book < FIRST_BOOKS ? -1 - random.nextInt(7300) : random.nextDouble(DAYS);
      qualities[book] = good[authors[book]] + .7 * random.nextGaussian();
    }
  }

  private void makeReaders(SplittableRandom random) {
    for (int reader = 0; reader < READERS; reader++) {
      double[] genres = random.doubles(GENRES).map(x -> random.nextGaussian()).toArray();
      double[] byAuthor = new double[AUTHORS];
      Arrays.setAll(byAuthor, a -> genres[genreOfAuthor[a]]);
      for (int i = 0; i < FAVOURITES; i++) {
        byAuthor[choose(DoubleStream.of(byAuthor).map(Math::exp).toArray(), random)] += FAVOURITE;
      }
      tastes[reader] = byAuthor;
    }
  }

  private void read(SplittableRandom random) {
    record Visit(int reader, double day) {}
    List<Visit> visits = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      double from = random.nextDouble(DAYS);
      long clicks = Math.round(CLICKS_OF_READER * Math.exp(random.nextGaussian() - .5));
      for (int i = 0; i < clicks + 1; i++) {
        visits.add(new Visit(reader, i == 0 ? from : random.nextDouble(from, DAYS)));
      }
    }
    visits.sort((a, b) -> Double.compare(a.day, b.day));
    BitSet[] seen = new BitSet[READERS];
    Arrays.setAll(seen, reader -> new BitSet());
    for (Visit visit : visits) {
      double[] weights =
          IntStream.range(0, BOOKS)
              .mapToDouble(
                  book ->
                      arrivals[book] > visit.day || seen[visit.reader].get(book)
                          ? 0
                          : Math.exp(utility(visit.reader, book, visit.day)))
              .toArray();
      int book = choose(weights, random);
      seen[visit.reader].set(book);
      reads.add(new Read(visit.reader, book, visit.day));
    }
  }

  private static int choose(double[] weights, SplittableRandom random) {
    double left = random.nextDouble(DoubleStream.of(weights).sum());
    int chosen = 0;
    while (chosen < weights.length - 1 && left >= weights[chosen]) {
      left -= weights[chosen++];
    }
    return chosen;
  }

  /** What a book is worth to a reader on a day. */
  double utility(int reader, int book, double day) {
    double age = Math.max(0, day - arrivals[book]);
    return qualities[book] + tastes[reader][authors[book]] + novelty * Math.exp(-age / NEW_DAYS);
  }

  int author(int book) {
    return authors[book];
  }

  int genre(int book) {
    return genreOfAuthor[authors[book]];
  }

  /** Days; before 0 for a book that was there when the shop opened. */
  double arrival(int book) {
    return arrivals[book];
  }

  /** The books that had arrived by a day. */
  IntStream arrived(double day) {
    return IntStream.range(0, BOOKS).filter(book -> arrivals[book] < day);
  }

  /** In the order of time. */
  List<Read> reads() {
    return reads;
  }
}
