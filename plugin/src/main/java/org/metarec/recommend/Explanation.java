package org.metarec.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A score taken apart until it can be shown: one row for the base, one for the taste, one for each
 * of the strongest connections, and one for the rest of each relation. The rows sum to the score.
 *
 * @param relation 'base', 'taste' or the relationship type
 * @param connection empty for base, taste and the rest of a relation
 */
public record Explanation(Optional<Connection> connection, String relation, double contribution) {

  /**
   * Explains one item.
   *
   * @param topK how many connections at most
   * @param isThere whether a connection can be shown; of one that has gone only the rest tells
   * @param names all item relations of the model; those that give paths are the first
   */
  public static List<Explanation> of(
      UserScorer user, int item, int topK, Predicate<Connection> isThere, List<String> names) {
    Contributions parts = user.contributions(item);
    double[] rest = IntStream.range(0, names.size()).mapToDouble(parts::ofRelation).toArray();
    List<Explanation> rows = new ArrayList<>();
    rows.add(new Explanation(Optional.empty(), "base", parts.base()));
    rows.add(new Explanation(Optional.empty(), "taste", parts.taste()));
    user.connections(item).stream()
        .filter(isThere)
        .limit(topK)
        .forEach(
            path -> {
              String name = names.get(path.relation());
              rows.add(new Explanation(Optional.of(path), name, path.contribution()));
              rest[path.relation()] -= path.contribution();
            });
    for (int relation = 0; relation < rest.length; relation++) {
      rows.add(new Explanation(Optional.empty(), names.get(relation), rest[relation]));
    }
    return rows;
  }
}
