package org.metarec.bench.arrivals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Books that have just come, with none or few readers, beside those that have been there for years:
 * of what is read in the month after a training, how much was among the first ten? Against how
 * often books had been read, ever or in the month before, and against the utilities by which the
 * shop was made, which nobody knows better.
 */
public final class Arrivals implements Experiment {
  private static final String SCORES =
      "CALL metarec.score($reader, $books) YIELD score RETURN score";

  /**
   * @param settings firstBooks: how many books are there when the shop opens; novelty: what being
   *     new adds to the utility of a book that has just arrived; newDays: after how many days it is
   *     1/e as new; seed: of the shop; dated: whether books say when they were published; warm:
   *     whether the training is of all but a month and goes on from there; all others are a config
   *     of {@code metarec.train}
   */
  @Override
  public void run(List<String> arguments, Map<String, Object> settings) throws Exception {
    Arguments.refuseAll(arguments);
    Settings own = new Settings(settings);
    Shop shop =
        new Shop(
            own.whole("firstBooks", 1200),
            own.number("novelty", 1),
            own.number("newDays", 30),
            own.whole("seed", 42));
    boolean dated = own.flag("dated");
    boolean warm = own.flag("warm");
    NextMonth month = new NextMonth(shop);
    try (ScratchFolder home = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(home.path())) {
      ShopGraph graph = new ShopGraph(neo4j.database(), shop, dated);
      graph.pass(Double.NEGATIVE_INFINITY, warm ? NextMonth.LAST : NextMonth.NOW);
      train(neo4j, own.others());
      if (warm) {
        graph.pass(NextMonth.LAST, NextMonth.NOW);
        train(neo4j, Map.of("warmStart", true));
      }
      month.test("metarec", (reader, books) -> scores(neo4j.database(), reader, books));
    }
    double[] ever = shop.readersOfBooks(Double.NEGATIVE_INFINITY, NextMonth.NOW);
    double[] lately = shop.readersOfBooks(NextMonth.LAST, NextMonth.NOW);
    month.test("read ever", (reader, books) -> of(books, ever));
    month.test("read lately", (reader, books) -> of(books, lately));
    month.test(
        "true utility",
        (reader, books) ->
            IntStream.of(books).mapToDouble(b -> shop.utility(reader, b, NextMonth.NOW)).toArray());
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

  private static double[] of(int[] books, double[] counts) {
    return IntStream.of(books).mapToDouble(book -> counts[book]).toArray();
  }
}
