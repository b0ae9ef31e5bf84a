package org.metarec.bench.arrivals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Books that have just come, with none or few readers, beside those that have been there for years:
 * of what is read in the time after a training, how much was among the first ten? Against how often
 * books had been read, ever or in the time before, against the newest ones of authors that the
 * reader has read and the most read ones of those read last, and against the utilities by which the
 * shop was made, which nobody knows better.
 */
public final class Arrivals implements Experiment {
  private static final String SCORES =
      "CALL metarec.score($reader, $books) YIELD score RETURN score";

  /**
   * @param settings firstBooks: how many books are there when the shop opens; novelty: what being
   *     new adds to the utility of a book that has just arrived; newDays: after how many days it is
   *     1/e as new; habit: what the author of one of the last three books that a reader read adds;
   *     seed: of the shop; dated: whether books say when they were published; testDays: how many
   *     days are tested; later: whether the books that come in that time are there after the
   *     training, without readers; warm: whether the training is of all but a time as long and goes
   *     on from there; all others are a config of {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Settings settings) throws Exception {
    Arguments.refuseAll(arguments);
    Shop shop =
        new Shop(
            settings.within("firstBooks", 1200, 1, Shop.BOOKS),
            settings.number("novelty", 1),
            settings.number("newDays", 30),
            settings.number("habit", 0),
            settings.whole("seed", 42));
    boolean dated = settings.flag("dated");
    boolean warm = settings.flag("warm");
    boolean later = settings.flag("later");
    NextReads next = new NextReads(shop, settings.within("testDays", 30, 1, Shop.DAYS / 2), later);
    try (ScratchFolder home = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(home.path())) {
      ShopGraph graph = new ShopGraph(neo4j.database(), shop, dated);
      graph.pass(Double.NEGATIVE_INFINITY, warm ? next.last() : next.now());
      train(neo4j, settings.others());
      if (warm) {
        graph.pass(next.last(), next.now());
        train(neo4j, Map.of("warmStart", true));
      }
      if (later) {
        graph.arrive(next.now(), Shop.DAYS);
      }
      next.test("metarec", (reader, books) -> scores(neo4j.database(), reader, books));
    }
    compare(shop, next);
  }

  private static void compare(Shop shop, NextReads next) {
    double[] ever = shop.readersOfBooks(Double.NEGATIVE_INFINITY, next.now());
    double[] lately = shop.readersOfBooks(next.last(), next.now());
    next.test("read ever", (reader, books) -> of(books, book -> ever[book]));
    next.test("read lately", (reader, books) -> of(books, book -> lately[book]));
    next.test(
        "newest of own authors",
        (reader, books) ->
            of(
                books,
                book -> next.knows(reader, shop.author(book)) ? shop.arrival(book) : -Shop.PAST));
    next.test(
        "most read of last authors",
        (reader, books) -> {
          Set<Integer> last = shop.lastAuthors(reader, next.now());
          return of(books, book -> ever[book] + (last.contains(shop.author(book)) ? 1e6 : 0));
        });
    next.test(
        "true utility",
        (reader, books) -> {
          Set<Integer> last = shop.lastAuthors(reader, next.now());
          return of(books, book -> shop.utility(reader, book, next.now(), last));
        });
  }

  private static void train(EmbeddedGraph neo4j, Map<String, Object> config) {
    System.err.println(neo4j.call("CALL metarec.train($config)", config));
  }

  private static double[] scores(GraphDatabaseService database, int reader, int[] books) {
    List<String> keys = IntStream.of(books).mapToObj(ShopGraph::book).toList();
    return database.executeTransactionally(
        SCORES,
        Map.of("reader", ShopGraph.reader(reader), "books", keys),
        rows -> rows.stream().mapToDouble(row -> (double) row.get("score")).toArray());
  }

  private static double[] of(int[] books, IntToDoubleFunction worth) {
    return IntStream.of(books).mapToDouble(worth).toArray();
  }
}
