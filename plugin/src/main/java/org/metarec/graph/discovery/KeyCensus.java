package org.metarec.graph.discovery;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.LabelKeys;
import org.neo4j.graphdb.Node;

/** The keys of many nodes, and how many nodes they fail to tell apart. */
final class KeyCensus {
  private final LabelKeys keys;
  private final SetMultimap<KeyedLabel, Object> seen = HashMultimap.create();
  private final SetMultimap<KeyedLabel, Object> shared = HashMultimap.create();
  private final Map<KeyedLabel, Long> nodes = new HashMap<>();
  private long undecided;

  KeyCensus(LabelKeys keys) {
    this.keys = keys;
  }

  /**
   * Counts a node under the label that its key belongs to.
   *
   * @throws org.neo4j.graphdb.NotFoundException if the node has been deleted
   */
  void add(Node node) {
    add(node, keys.of(node));
  }

  /** Counts a node under a label of the caller's choice. */
  void add(Node node, KeyedLabel keyed) {
    Optional<Object> value = keyed.value(node);
    nodes.merge(keyed, 1L, Long::sum);
    boolean told = value.isPresent() && (keys.isUnique(keyed) || seen.put(keyed, value.get()));
    boolean isSecond = !told && value.isPresent() && shared.put(keyed, value.get());
    undecided += told ? 0 : isSecond ? 2 : 1; // the second of a value undoes the first
  }

  /**
   * The label and key of most nodes, ties alphabetically; empty if there are none.
   *
   * @param which begins the words: ", the others"
   */
  String inWords(String which) {
    return nodes.keySet().stream()
        .min(
            Comparator.<KeyedLabel>comparingLong(keyed -> -nodes.get(keyed))
                .thenComparing(KeyedLabel::label))
        .map(
            keyed ->
                which
                    + " mostly "
                    + keyed.label()
                    + keyed.key().map(key -> " by " + key).orElse(""))
        .orElse("");
  }

  /** What to know of keys that do not tell all nodes apart; empty if there are none. */
  String warning() {
    return undecided == 0
        ? ""
        : "; %d without a key or with the key of another: reproducible on this store only"
            .formatted(undecided);
  }
}
