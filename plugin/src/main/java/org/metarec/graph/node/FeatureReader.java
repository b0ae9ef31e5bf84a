package org.metarec.graph.node;

import com.google.common.primitives.ImmutableIntArray;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Reads features of nodes; of a property that is a list each element is a value of its own. */
public final class FeatureReader {
  private final Function<Node, Set<String>> values;
  private final Map<String, Integer> positions = new HashMap<>();
  private final ImmutableIntArray.Builder found = ImmutableIntArray.builder();

  private FeatureReader(Function<Node, Set<String>> values) {
    this.values = values;
  }

  /**
   * Reads the features of all nodes.
   *
   * @param nodeIds nodes in the order of the result; one that is gone has no features
   * @param values names of the values that a node has
   */
  public static NodeFeatures read(
      Transaction tx, long[] nodeIds, Function<Node, Set<String>> values, Progress progress) {
    FeatureReader reader = new FeatureReader(values);
    int[] offsets = new int[nodeIds.length + 1];
    for (int node = 0; node < nodeIds.length; node++) {
      progress.checkRunning();
      int valuesOfNode = NodeIds.read(tx, nodeIds[node], reader::add).orElse(0);
      offsets[node + 1] = offsets[node] + valuesOfNode;
    }
    return reader.toFeatures(offsets);
  }

  /** The number of values added. */
  private int add(Node node) {
    Set<String> names = values.apply(node);
    for (String name : names) {
      found.add(positions.computeIfAbsent(name, absent -> positions.size()));
    }
    return names.size();
  }

  /** Names of the values that a node has, property and value joined by "=". */
  public static Set<String> names(Node node, List<String> properties) {
    Set<String> names = new LinkedHashSet<>();
    for (String property : properties) {
      Object value = node.getProperty(property, null);
      names.addAll(value == null ? List.of() : names(property, value));
    }
    return names;
  }

  private static List<String> names(String property, Object value) {
    if (!value.getClass().isArray()) {
      return List.of(property + "=" + value);
    }
    return IntStream.range(0, Array.getLength(value))
        .mapToObj(i -> property + "=" + Array.get(value, i))
        .toList();
  }

  private NodeFeatures toFeatures(int[] offsets) {
    List<String> values = positions.keySet().stream().sorted().toList();
    int[] sortedPosition = new int[values.size()];
    for (int position = 0; position < values.size(); position++) {
      sortedPosition[positions.get(values.get(position))] = position;
    }
    int[] nodeValues = found.build().stream().map(value -> sortedPosition[value]).toArray();
    for (int node = 0; node < offsets.length - 1; node++) {
      Arrays.sort(nodeValues, offsets[node], offsets[node + 1]);
    }
    return new NodeFeatures(values, offsets, nodeValues);
  }
}
