package org.metarec.procedure.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metarec.procedure.Metarec;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.NodeArgument;
import org.metarec.recommend.Explanation;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Takes a score apart. */
public final class ExplainProcedure {
  @Context public Transaction transaction;
  @Context public Metarec metarec;

  @Procedure(name = "metarec.explain", mode = Mode.READ)
  @Description(
      "Takes the score of one item for a user apart: rows for base and taste, for each of the"
          + " strongest paths, and for the rest of each relation and feature of items. They sum to"
          + " the score.")
  public Stream<ExplainRow> explain(
      @Name(
              value = "user",
              description = "A node, the value of its key, or null for a visitor without a node.")
          Object user,
      @Name(value = "item", description = "A node or the value of its key.") Object item,
      @Name(value = "config", defaultValue = "{}", description = "topK, clicks, modelName.")
          Map<String, Object> config) {
    ConfigMap map = new ConfigMap(config);
    int topK = map.topK();
    UserArguments arguments =
        UserArguments.read(map, user, () -> Optional.of(List.of(NodeArgument.one("item", item))));
    map.throwIfAny();
    UserRequest request = UserRequest.of(transaction, metarec.catalog(), arguments);
    int found = request.item(request.items().orElseThrow().get(0));
    UserPathFinder paths = new UserPathFinder(transaction, request);
    return Explanation.of(
            request.scorerWithPaths(transaction),
            found,
            topK,
            one -> paths.path(one, found),
            request.relations())
        .stream()
        .map(
            part -> new ExplainRow(part.path().orElse(null), part.relation(), part.contribution()));
  }

  /** One part of a score. */
  public record ExplainRow(
      @Description("From the user through a clicked item or a chosen node; null for other parts.")
          Path path,
      @Description("'base', 'taste', a relationship type or a feature of items.") String relation,
      @Description("What this part adds to the score.") double contribution) {}
}
