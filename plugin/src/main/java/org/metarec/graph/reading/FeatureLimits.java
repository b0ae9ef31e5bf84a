package org.metarec.graph.reading;

import static java.util.stream.Collectors.partitioningBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.node.UserValues;
import org.metarec.model.rating.RatingScale;
import org.metarec.triple.NodeFeatures;

/**
 * What features can be learned from: not too many values, of many not each of one node, and none
 * with the name of another.
 */
record FeatureLimits(GraphSchema schema) {
  /**
   * The regression of ratings on values of users takes time with the third power of their number:
   * 2,000 take 4 s.
   */
  private static final int MOST_REGRESSED = 2000;

  /**
   * What is learned of values of items stands at the model; of those of users a step of the
   * meta-learner has a number for each and user of a batch.
   */
  private static final int MOST_VALUES = 20_000;

  /** In a small graph it may be by chance that no two nodes have the same. */
  private static final int MOST_ALONE = 100;

  /**
   * Refuses others.
   *
   * @param ofItems one for each feature of the schema
   * @throws GraphMismatchException with what was found, and the way out
   */
  void require(List<NodeFeatures> ofItems, NodeFeatures ofUsers, RatingScale ratings) {
    if (schema.count(SchemaRole.INTERACTION) > 0) {
      int together = ofItems.stream().mapToInt(feature -> feature.values().size()).sum();
      requireFew(together, SchemaRole.ITEM_FEATURE, MOST_VALUES);
    }
    requireFew(ofUsers.values().size(), SchemaRole.USER_FEATURE, most(ratings));
    List<String> names = schema.itemFeatures();
    for (int feature = 0; feature < names.size(); feature++) {
      requireShared(names.get(feature), ofItems.get(feature), SchemaRole.ITEM_FEATURE);
    }
    requireDistinct(names, ofItems);
    schema.userFeatures().forEach(name -> requireShared(name, ofUsers, SchemaRole.USER_FEATURE));
  }

  /**
   * Features of users with as many of the nodes that they lead to as can be learned from: those
   * that most users lead to.
   *
   * @param isNode whether a value is a node
   */
  static NodeFeatures withFewNodes(
      NodeFeatures ofUsers, Predicate<String> isNode, RatingScale ratings) {
    int[] users = ofUsers.nodesOfValues();
    Map<Boolean, List<Integer>> values =
        IntStream.range(0, users.length)
            .boxed()
            .collect(partitioningBy(value -> isNode.test(ofUsers.values().get(value))));
    Set<Integer> kept = new HashSet<>(values.get(false));
    values.get(true).stream()
        .sorted(Comparator.comparingInt(value -> -users[value])) // stable: ties by name
        .limit(Math.max(0, most(ratings) - kept.size()))
        .forEach(kept::add);
    return ofUsers.keeping(kept::contains);
  }

  private static int most(RatingScale ratings) {
    return ratings.exists() ? MOST_REGRESSED : MOST_VALUES;
  }

  private void requireFew(int values, SchemaRole role, int most) {
    if (values > most) {
      throw new GraphMismatchException(
          "%s %s have %d distinct values together; at most %d can be learned from: set %s to those"
              + " that matter ([]: none), or store coarser values",
          role.configKey(), schema.names(role), values, most, role.configKey());
    }
  }

  private static void requireShared(String property, NodeFeatures features, SchemaRole role) {
    List<String> values = features.values();
    int[] nodes = features.nodesOfValues();
    int[] own =
        IntStream.range(0, nodes.length)
            .filter(value -> isOf(property, values.get(value)))
            .map(value -> nodes[value])
            .toArray();
    if (own.length > MOST_ALONE && IntStream.of(own).allMatch(count -> count == 1)) {
      throw new GraphMismatchException(
          "%s: every one of the %d values of '%s' occurs on a single node, so nothing can be learned"
              + " from it; leave it out (with warmStart, train anew without it), or store coarser"
              + " values",
          role.configKey(), own.length, property);
    }
  }

  /** Values are told apart by their names. */
  private static void requireDistinct(List<String> properties, List<NodeFeatures> features) {
    Map<String, String> propertyOf = new HashMap<>();
    for (int feature = 0; feature < features.size(); feature++) {
      String property = properties.get(feature);
      for (String value : features.get(feature).values()) {
        String other = propertyOf.putIfAbsent(value, property);
        if (other != null) {
          throw new GraphMismatchException(
              "%s: '%s' and '%s' both have a value named '%s'; leave one of them out, or give the"
                  + " property another name, without '='",
              SchemaRole.ITEM_FEATURE.configKey(), other, property, value);
        }
      }
    }
  }

  private static boolean isOf(String name, String value) {
    return value.startsWith(name + "=") || value.startsWith(name + UserValues.LEADS_TO);
  }
}
