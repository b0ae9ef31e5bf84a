package org.metarec.procedure.user;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.metarec.graph.live.model.KeyOrder;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.procedure.Metarec;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.NodeArgument;
import org.metarec.recommend.RecommendConfig;
import org.metarec.recommend.Recommendation;
import org.metarec.recommend.Recommender;
import org.metarec.recommend.TieOrder;
import org.metarec.recommend.UserScorer;
import org.metarec.recommend.reason.Contributions;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Recommends items to a user. */
public final class RecommendProcedure {
  @Context public Transaction transaction;
  @Context public Metarec metarec;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "metarec.recommend", mode = Mode.READ)
  @Description(
      "The best items for a user, best first, each with what its score is made of and the paths"
          + " that explain it.")
  public Stream<Row> recommend(
      @Name(
              value = "user",
              description = "A node, the value of its key, or null for a visitor without a node.")
          Object user,
      @Name(
              value = "config",
              defaultValue = "{}",
              description =
                  "topK, newOnly, excludeSeen, candidates, clicks, pathsPerItem, diversity,"
                      + " minScore, modelName.")
          Map<String, Object> config) {
    ConfigMap map = new ConfigMap(config);
    RecommendConfig settings = map.read(() -> settings(map), RecommendConfig.DEFAULTS);
    UserArguments arguments = UserArguments.read(map, user, () -> candidates(map));
    map.throwIfAny();
    UserRequest request = UserRequest.of(transaction, metarec.catalog(), arguments);
    request.requireItems();
    UserScorer scorer = request.scorerWithPaths(transaction);
    Optional<BitSet> candidates = request.items().map(nodes -> itemsOf(nodes, request));
    Progress termination = terminationGuard::check;
    List<Recommendation> best =
        new Recommender(request.model(), metarec.scanSpaces(), ties(request), termination)
            .recommend(scorer, request.seenOrOwn(), candidates, settings);
    return rows(request, best);
  }

  private static RecommendConfig settings(ConfigMap config) {
    RecommendConfig defaults = RecommendConfig.DEFAULTS;
    Optional<Double> minScore = config.number("minScore");
    return new RecommendConfig(
        config.integer("topK", defaults.topK()),
        config.flag("newOnly", defaults.newOnly()),
        config.flag("excludeSeen", defaults.excludeSeen()),
        config.integer("pathsPerItem", defaults.pathsPerItem()),
        config.number("diversity", defaults.diversity()),
        minScore.map(OptionalDouble::of).orElse(defaults.minScore()));
  }

  private static Optional<List<Object>> candidates(ConfigMap config) {
    return config.list("candidates").map(given -> NodeArgument.many("candidates", given));
  }

  private static BitSet itemsOf(List<Node> nodes, UserRequest request) {
    BitSet items = new BitSet(request.model().itemCount());
    nodes.forEach(node -> items.set(request.item(node)));
    return items;
  }

  private TieOrder ties(UserRequest request) {
    LiveModel live = request.view().live();
    return new TieOrder(live.keyRanges(), new KeyOrder(transaction, live));
  }

  /** An item that was deleted since the model was read has no row. */
  private Stream<Row> rows(UserRequest request, List<Recommendation> best) {
    List<String> relations = request.relations();
    UserPathFinder paths = new UserPathFinder(transaction, request);
    List<Row> rows = new ArrayList<>();
    for (Recommendation one : best) {
      request
          .view()
          .live()
          .node(transaction, one.item())
          .ifPresent(node -> rows.add(row(rows.size() + 1, node, one, relations, paths)));
    }
    return rows.stream();
  }

  private static Row row(
      int rank,
      Node item,
      Recommendation recommendation,
      List<String> relations,
      UserPathFinder paths) {
    Contributions parts = recommendation.contributions();
    return new Row(
        rank,
        item,
        parts.score(),
        new LinkedHashMap<>(parts.byName(relations)),
        paths.paths(recommendation.connections(), recommendation.item()));
  }

  /** One item for the user. */
  public record Row(
      @Description("1 for the best.") long rank,
      @Description("The item's node.") Node item,
      @Description("Higher is better; comparable between the items of one user.") double score,
      @Description(
              "Parts that sum to the score: base, taste, and one for each relation and feature of items.")
          Map<String, Object> contributions,
      @Description(
              "What led to it: from the user through a clicked item or a chosen node, strongest first.")
          List<Path> paths) {}
}
