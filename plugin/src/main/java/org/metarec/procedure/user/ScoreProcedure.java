package org.metarec.procedure.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.metarec.procedure.Metarec;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.NodeArgument;
import org.metarec.recommend.UserScorer;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Scores items that the caller names. */
public final class ScoreProcedure {
  @Context public Transaction transaction;
  @Context public Metarec metarec;

  @Procedure(name = "metarec.score", mode = Mode.READ)
  @Description(
      "The scores of given items for a user, in their order; the same as those of"
          + " metarec.recommend.")
  public Stream<ScoreRow> score(
      @Name(
              value = "user",
              description = "A node, the value of its key, or null for a visitor without a node.")
          Object user,
      @Name(value = "items", description = "A list of nodes or of the values of their keys.")
          Object items,
      @Name(value = "config", defaultValue = "{}", description = "clicks, modelName.")
          Map<String, Object> config) {
    ConfigMap map = new ConfigMap(config);
    UserArguments arguments =
        UserArguments.read(map, user, () -> Optional.of(NodeArgument.many("items", items)));
    map.throwIfAny();
    return metarec
        .catalog()
        .ofOneVersion(transaction, arguments.modelName(), version -> scores(arguments))
        .stream();
  }

  private List<ScoreRow> scores(UserArguments arguments) {
    UserRequest request = UserRequest.of(transaction, metarec.catalog(), arguments);
    UserScorer scorer = request.scorer();
    Optional<ToDoubleFunction<Node>> ratings = request.ratings(transaction);
    return request.items().orElseThrow().stream()
        .map(
            node ->
                new ScoreRow(
                    node,
                    scorer.score(request.item(node)),
                    ratings.map(rating -> rating.applyAsDouble(node)).orElse(null)))
        .toList();
  }

  /** One of the given items. */
  public record ScoreRow(
      @Description("The item's node.") Node item,
      @Description("Higher is better; comparable between the items of one user.") double score,
      @Description("Predicted rating in the range of the graph; null in a graph without ratings.")
          Double rating) {}
}
