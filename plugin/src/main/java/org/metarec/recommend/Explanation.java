package org.metarec.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A score taken apart until it can be shown: one row for the base, one for the taste, one for each
 * of the strongest connections, and one for the rest of each relation. The rows sum to the score.
 *
 * @param relation 'base', 'taste' or the relationship type
 * @param path of a connection; empty for base, taste and the rest of a relation
 */
public record Explanation<P>(Optional<P> path, String relation, double contribution) {

  /**
   * Explains one item.
   *
   * @param topK how many connections at most
   * @param paths the path of a connection; empty if it has gone, so that it counts to the rest
   * @param names all item relations of the model; those that give paths are the first
   */
  public static <P> List<Explanation<P>> of(
      UserScorer user,
      int item,
      int topK,
      Function<Connection, Optional<P>> paths,
      List<String> names) {
    Contributions parts = user.contributions(item);
    double[] rest = IntStream.range(0, names.size()).mapToDouble(parts::ofRelation).toArray();
    List<Explanation<P>> rows = new ArrayList<>();
    rows.add(new Explanation<>(Optional.empty(), "base", parts.base()));
    rows.add(new Explanation<>(Optional.empty(), "taste", parts.taste()));
    user.connections(item).stream()
        .map(connection -> new Shown<>(connection, paths.apply(connection)))
        .filter(shown -> shown.path().isPresent())
        .limit(topK)
        .forEach(
            shown -> {
              int relation = shown.connection().relation();
              double contribution = shown.connection().contribution();
              rows.add(new Explanation<>(shown.path(), names.get(relation), contribution));
              rest[relation] -= contribution;
            });
    for (int relation = 0; relation < rest.length; relation++) {
      rows.add(new Explanation<>(Optional.empty(), names.get(relation), rest[relation]));
    }
    return rows;
  }

  private record Shown<P>(Connection connection, Optional<P> path) {}
}
