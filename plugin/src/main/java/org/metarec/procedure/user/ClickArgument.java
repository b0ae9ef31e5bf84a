package org.metarec.procedure.user;

import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metarec.InvalidConfigException;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.live.user.Click;
import org.metarec.procedure.argument.ConfigMap;
import org.metarec.procedure.argument.NodeArgument;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * An interaction that the caller tells of: an item, or a map {@code {item, rating, at}}.
 *
 * @param item a node or the value of its key
 * @param time date, datetime or number
 */
record ClickArgument(Object item, Optional<Double> rating, Optional<Object> time) {

  /**
   * Reads the list that a caller gave.
   *
   * @throws InvalidConfigException lists what is wrong with each element
   */
  static List<ClickArgument> listOf(List<Object> elements) {
    var problems = new InvalidConfigException.Problems();
    List<ClickArgument> clicks = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      try {
        clicks.add(of(elements.get(i)));
      } catch (InvalidConfigException wrong) {
        String position = "clicks[%d]".formatted(i);
        wrong.problems().forEach(problem -> problems.add("%s: %s", position, problem));
      }
    }
    problems.throwIfAny();
    return clicks;
  }

  private static ClickArgument of(Object element) {
    if (!(element instanceof Map<?, ?> map)) {
      return new ClickArgument(
          NodeArgument.one("item", element), Optional.empty(), Optional.empty());
    }
    ConfigMap fields = ConfigMap.of(map);
    Object given = fields.any("item").orElse(null);
    Object item = fields.read(() -> NodeArgument.one("item", given), element);
    Optional<Double> rating = fields.number("rating");
    Optional<Object> time = fields.time("at");
    fields.throwIfAny();
    return new ClickArgument(item, rating, time);
  }

  /** The interactions with the items' nodes. */
  static List<Click> found(Transaction tx, KeyedLabel items, List<ClickArgument> clicks) {
    List<Node> nodes = items.findAll(tx, clicks.stream().map(ClickArgument::item).toList());
    return Streams.zip(nodes.stream(), clicks.stream(), (node, click) -> click.with(node)).toList();
  }

  private Click with(Node node) {
    return new Click(node, rating.map(Object.class::cast), time);
  }
}
