package org.metarec.graph.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.LabelKeys;
import org.metarec.graph.Labels;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Transaction;

/** Finds key and features of the nodes of one label: the users or the items. */
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
  SchemaRow key(SchemaRole role, GivenNames given) {
    Optional<String> bearer = given.name(role).isPresent() ? Optional.empty() : constrained();
    Optional<String> name = given.name(role).or(() -> bearer.flatMap(keys::constrained));
    KeyedLabel keyed = name.isPresent() ? new KeyedLabel(label, name) : keys.of(label);
    KeyCensus census = new KeyCensus(keys);
    nodes.forEachNode(tx, progress, (node, count) -> census.add(node, keyed));
    long count = keyed.key().map(properties::count).orElse(0L);
    return given.row(role, keyed.key(), count, keyReason(role, keyed, bearer), census.warning());
  }

  /**
   * The label whose constraint tells the nodes apart: theirs, else the alphabetically first of
   * those that all of them bear too.
   */
  private Optional<String> constrained() {
    return keys.constrained(label).isPresent()
        ? Optional.of(label)
        : sharedLabels().stream().filter(each -> keys.constrained(each).isPresent()).findFirst();
  }

  /** The labels that all nodes bear, in alphabetical order. */
  private List<String> sharedLabels() {
    Map<String, Long> counts = new TreeMap<>();
    nodes.forEachNode(
        tx,
        progress,
        (node, count) -> Labels.of(node).forEach(each -> counts.merge(each, 1L, Long::sum)));
    long all = counts.getOrDefault(label, 0L);
    return counts.keySet().stream().filter(each -> counts.get(each) == all).toList();
  }

  private String keyReason(SchemaRole role, KeyedLabel keyed, Optional<String> bearer) {
    if (bearer.isPresent()) {
      String other = bearer.get().equals(label) ? "" : " on %s, which every %s is";
      return "uniqueness constraint" + other.formatted(bearer.get(), label);
    }
    String missing = "no uniqueness constraint on " + label;
    return keyed.key().isPresent()
        ? missing + ", every node has it"
        : "%s, and not every node has one of %s; set %s"
            .formatted(missing, String.join(", ", GraphSchema.NAMES), role.configKey());
  }

  /**
   * The features.
   *
   * @param taken properties that play another role
   */
  List<SchemaRow> features(SchemaRole role, GivenNames given, Set<String> taken) {
    return given.names(role).orElseGet(() -> featuresBut(taken, given.kept(role))).stream()
        .map(name -> feature(role, name, given))
        .toList();
  }

  private SchemaRow feature(SchemaRole role, String name, GivenNames given) {
    String remark = properties.asFeature(name);
    return given.row(role, Optional.of(name), properties.count(name), featureReason(name), remark);
  }

  private List<String> featuresBut(Set<String> taken, List<String> kept) {
    return properties.names().stream()
        .filter(name -> properties.isFeature(name) || kept.contains(name))
        .filter(name -> !taken.contains(name))
        .toList();
  }

  private String featureReason(String name) {
    return properties.isFeature(name)
        ? "%d distinct values".formatted(properties.distinctValues(name))
        : "a feature of the model already";
  }
}
