package org.metarec.bench.arrivals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.bench.arrivals.Shop.Read;
import org.metarec.bench.experiment.Arguments;
import org.metarec.bench.experiment.EmbeddedGraph;
import org.metarec.bench.experiment.Experiment;
import org.metarec.bench.experiment.ScratchFolder;
import org.metarec.bench.experiment.Settings;

/**
 * Books that nobody has read and books with their first readers, beside those that have been there
 * for years: of what is read in the month after a training, how much was among the first ten?
 */
public final class Arrivals implements Experiment {
  private static final int TOP = 10;
  private static final double MONTH = 30;
  private static final double NOW = Shop.DAYS - MONTH;

  /** Gives each of some books a score for a reader. */
  private interface Scores {
    double[] of(int reader, int[] books);
  }

  /**
   * @param settings {@code novelty}, what being new is worth to a reader, {@code dated}, whether
   *     books say when they were published, {@code seed} of the shop, {@code warm}, whether the
   *     last month before the test comes by a warm start; the other keys are for {@code
   *     metarec.train}
   */
  @Override
  public void run(List<String> arguments, Map<String, Object> settings) throws Exception {
    Arguments.refuseAll(arguments);
    Settings own = new Settings(settings);
    Shop shop = new Shop(own.number("novelty", 1), own.whole("seed", 42));
    boolean dated = own.flag("dated");
    boolean warm = own.flag("warm");
    try (ScratchFolder home = new ScratchFolder();
        EmbeddedGraph neo4j = new EmbeddedGraph(home.path())) {
      ShopGraph graph = new ShopGraph(neo4j.database(), shop, dated);
      if (warm) {
        graph.pass(Double.NEGATIVE_INFINITY, NOW - MONTH);
        neo4j.call("CALL metarec.train($config)", own.others());
        graph.pass(NOW - MONTH, NOW);
        System.err.println(neo4j.call("CALL metarec.train($config)", Map.of("warmStart", true)));
      } else {
        graph.pass(Double.NEGATIVE_INFINITY, NOW);
        System.err.println(neo4j.call("CALL metarec.train($config)", own.others()));
      }
      test(shop, "metarec", (reader, books) -> metarec(neo4j, reader, books));
    }
    double[] ever = reads(shop, Double.NEGATIVE_INFINITY);
    double[] lately = reads(shop, NOW - MONTH);
    test(
        shop,
        "popularity",
        (reader, books) -> Arrays.stream(books).mapToDouble(b -> ever[b]).toArray());
    test(
        shop,
        "lately",
        (reader, books) ->
            Arrays.stream(books).mapToDouble(b -> lately[b] + 1e-4 * ever[b]).toArray());
    test(
        shop,
        "truth",
        (reader, books) ->
            Arrays.stream(books)
                .mapToDouble(b -> shop.utility(reader, b, NOW + MONTH / 3))
                .toArray());
  }

  private static double[] reads(Shop shop, double from) {
    double[] counts = new double[Shop.BOOKS];
    shop.reads().stream()
        .filter(r -> r.day() >= from && r.day() < NOW)
        .forEach(r -> counts[r.book()]++);
    return counts;
  }

  private static double[] metarec(EmbeddedGraph neo4j, int reader, int[] books) {
    return neo4j
        .database()
        .executeTransactionally(
            "CALL metarec.score($user, $items) YIELD score RETURN collect(score) AS scores",
            Map.of(
                "user",
                ShopGraph.reader(reader),
                "items",
                IntStream.of(books).mapToObj(ShopGraph::id).toList()),
            result ->
                ((List<?>) result.next().get("scores"))
                    .stream().mapToDouble(x -> (double) x).toArray());
  }

  private static void test(Shop shop, String name, Scores scores) {
    double[] clicks = reads(shop, Double.NEGATIVE_INFINITY);
    Map<Integer, List<Read>> later =
        shop.reads().stream()
            .filter(r -> r.day() >= NOW && shop.arrival(r.book()) < NOW)
            .collect(Collectors.groupingBy(Read::reader, TreeMap::new, Collectors.toList()));
    BitSet[] seen = new BitSet[Shop.READERS];
    Arrays.setAll(seen, r -> new BitSet());
    shop.reads().stream().filter(r -> r.day() < NOW).forEach(r -> seen[r.reader()].set(r.book()));
    Map<String, List<Integer>> ranks = new TreeMap<>();
    Map<String, Integer> places = new TreeMap<>();
    int[] of = {0};
    later.forEach(
        (reader, reads) -> {
          if (seen[reader].isEmpty()) return;
          of[0]++;
          int[] books = shop.arrived(NOW).filter(b -> !seen[reader].get(b)).toArray();
          double[] s = scores.of(reader, books);
          Map<Integer, Integer> place = new TreeMap<>();
          for (int i = 0; i < books.length; i++) place.put(books[i], i);
          for (Read read : reads) {
            double mine = s[place.get(read.book())];
            int rank = 1 + (int) Arrays.stream(s).filter(x -> x > mine).count();
            ranks
                .computeIfAbsent(
                    group((int) clicks[read.book()], shop.arrival(read.book())),
                    g -> new ArrayList<>())
                .add(rank);
            ranks.computeIfAbsent("all", g -> new ArrayList<>()).add(rank);
          }
          IntStream.range(0, books.length)
              .boxed()
              .sorted((a, b) -> Double.compare(s[b], s[a]))
              .limit(TOP)
              .forEach(
                  i ->
                      places.merge(
                          group((int) clicks[books[i]], shop.arrival(books[i])), 1, Integer::sum));
        });
    ranks.forEach(
        (group, list) -> {
          long hits = list.stream().filter(r -> r <= TOP).count();
          int[] sorted = list.stream().mapToInt(r -> r).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "%-10s %-10s reads %4d hr@10 %.4f median rank %4d places %.3f%n",
              name,
              group,
              list.size(),
              hits / (double) list.size(),
              sorted[sorted.length / 2],
              places.getOrDefault(group, 0) / (double) (TOP * of[0]));
        });
  }

  private static String group(int clicks, double arrival) {
    String age = arrival < NOW - MONTH ? "old" : "new";
    return age + (clicks == 0 ? " 0" : clicks < 3 ? " 1-2" : clicks < 10 ? " 3-9" : " 10+");
  }
}
