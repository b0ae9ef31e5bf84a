package org.metarec.graph.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.NodeIdSet;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** Finds key, features and time of the nodes of one label: the users or the items. */
final class LabelDiscovery {
  private final Transaction tx;
  private final String label;
  private final LabelKeys keys;
  private final Progress progress;
  private final NodeIdSet nodes;
  private final PropertyCensus properties;

  LabelDiscovery(
      Transaction tx, String label, LabelKeys keys, Predicate<String> ignored, Progress progress) {
    this.tx = tx;
    this.label = label;
    this.keys = keys;
    this.progress = progress;
    this.properties = new PropertyCensus(ignored);
    this.nodes = NodeIdSet.withLabel(tx, label, progress);
    nodes.forEachNode(tx, progress, (node, count) -> properties.add(node));
  }

  String label() {
    return label;
  }

  NodeIdSet nodes() {
    return nodes;
  }

  PropertyCensus properties() {
    return properties;
  }

  /** The key, with a word of warning where it does not tell all nodes apart. */
  SchemaRow key(SchemaRole role, Optional<String> given) {
    KeyedLabel keyed = given.isPresent() ? new KeyedLabel(label, given) : keys.of(label);
    KeyCensus census = new KeyCensus(keys);
    nodes.forEachNode(tx, progress, (node, count) -> census.add(node, keyed));
    long count = keyed.key().map(properties::count).orElse(0L);
    return new SchemaRow(
        role, keyed.key(), count, keyReason(role, keyed, given.isPresent()) + census.warning());
  }

  private String keyReason(SchemaRole role, KeyedLabel keyed, boolean given) {
    if (given) {
      return SchemaRow.AS_GIVEN;
    }
    if (keys.isUnique(keyed)) {
      return "uniqueness constraint";
    }
    String missing = "no uniqueness constraint on " + label;
    return keyed.key().isPresent()
        ? missing + ", every node has it"
        : "%s, and not every node has one of %s; set %s"
            .formatted(missing, String.join(", ", GraphSchema.NAMES), role.word());
  }

  /**
   * The features.
   *
   * @param taken properties that play another role
   */
  List<SchemaRow> features(SchemaRole role, Optional<List<String>> given, Set<String> taken) {
    List<SchemaRow> rows = new ArrayList<>();
    if (given.isPresent()) {
      for (String name : given.get()) {
        rows.add(new SchemaRow(role, name, properties.count(name), SchemaRow.AS_GIVEN));
      }
      return rows;
    }
    for (String name : properties.names()) {
      if (properties.isFeature(name) && !taken.contains(name)) {
        rows.add(
            new SchemaRow(
                role,
                name,
                properties.count(name),
                "%d distinct values".formatted(properties.distinctValues(name))));
      }
    }
    return rows;
  }

  /** The time of an item, if one is given or found. */
  Optional<SchemaRow> time(Optional<String> given) {
    return given
        .or(() -> properties.firstTime(GraphSchema.ITEM_TIMES))
        .map(
            name ->
                new SchemaRow(
                    SchemaRole.ITEM_TIME,
                    name,
                    properties.count(name),
                    given.isPresent() ? SchemaRow.AS_GIVEN : firstOf(GraphSchema.ITEM_TIMES)));
  }

  static String firstOf(List<String> names) {
    return "first of %s".formatted(String.join(", ", names));
  }
}
