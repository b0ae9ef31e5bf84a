package org.metarec.graph.live.embedding;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/** Which nodes had which labels when all embeddings were read. Immutable. */
final class LabelledNodes {
  /** Of nodes without an embedding the latest: each costs a look at its relations. */
  static final int MOST_OTHERS = 10_000;

  private final Map<String, ImmutableIntArray> embedded;
  private final Map<String, ImmutableLongArray> others;

  private LabelledNodes(Builder builder) {
    this.embedded = new HashMap<>();
    this.others = new HashMap<>();
    builder.embedded.forEach((label, entities) -> embedded.put(label, entities.build().trimmed()));
    builder.others.forEach((label, ids) -> others.put(label, latest(ids.build())));
  }

  private static ImmutableLongArray latest(ImmutableLongArray ids) {
    return ids.subArray(Math.max(0, ids.length() - MOST_OTHERS), ids.length()).trimmed();
  }

  /** Entities with one of the labels, ascending: {@code int[]}. */
  int[] embedded(Set<String> labels) {
    IntStream entities =
        labels.stream()
            .map(label -> embedded.getOrDefault(label, ImmutableIntArray.of()))
            .flatMapToInt(ImmutableIntArray::stream);
    return labels.size() == 1 ? entities.toArray() : entities.sorted().distinct().toArray();
  }

  /** Neo4j ids of the latest nodes without an embedding; one of two labels may come twice. */
  LongStream others(Set<String> labels) {
    return labels.stream()
        .map(label -> others.getOrDefault(label, ImmutableLongArray.of()))
        .flatMapToLong(ImmutableLongArray::stream);
  }

  /** Takes nodes one by one. */
  static final class Builder {
    private final Map<String, ImmutableIntArray.Builder> embedded = new HashMap<>();
    private final Map<String, ImmutableLongArray.Builder> others = new HashMap<>();

    /** A node that has an embedding; their entities ascend. */
    void addEmbedded(Node node, int entity) {
      for (Label label : node.getLabels()) {
        embedded.computeIfAbsent(label.name(), name -> ImmutableIntArray.builder()).add(entity);
      }
    }

    /** A node that has none. */
    void addOther(Node node, long nodeId) {
      for (Label label : node.getLabels()) {
        others.computeIfAbsent(label.name(), name -> ImmutableLongArray.builder()).add(nodeId);
      }
    }

    LabelledNodes build() {
      return new LabelledNodes(this);
    }
  }
}
