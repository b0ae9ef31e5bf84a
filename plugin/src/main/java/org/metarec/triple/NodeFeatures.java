package org.metarec.triple;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Features of nodes, each a value of a small set: which of the values each node has. Immutable; the
 * arrays are taken over.
 */
public final class NodeFeatures {
  private final List<String> values;
  private final int[] offsets;
  private final int[] nodeValues;

  /**
   * @param values names of all values, "ageGroup=18-24", in alphabetical order
   * @param offsets {@code int[nodes + 1]}: where each node's row begins
   * @param nodeValues positions in {@code values}, ascending within a node
   */
  public NodeFeatures(List<String> values, int[] offsets, int[] nodeValues) {
    this.values = List.copyOf(values);
    this.offsets = offsets;
    this.nodeValues = nodeValues;
  }

  public static NodeFeatures none(int nodeCount) {
    return new NodeFeatures(List.of(), new int[nodeCount + 1], new int[0]);
  }

  /** Names of all values, property and value joined by "=". */
  public List<String> values() {
    return values;
  }

  public int nodeCount() {
    return offsets.length - 1;
  }

  /** Values of all nodes together. */
  public int size() {
    return nodeValues.length;
  }

  /** How many nodes have each value. */
  public int[] nodesOfValues() {
    int[] nodes = new int[values.size()];
    Arrays.stream(nodeValues).forEach(value -> nodes[value]++);
    return nodes;
  }

  /**
   * The same with some of the values only.
   *
   * @param kept whether a position in {@link #values()} is one of them
   */
  public NodeFeatures keeping(IntPredicate kept) {
    int[] keptBefore = new int[values.size() + 1];
    for (int value = 0; value < values.size(); value++) {
      keptBefore[value + 1] = keptBefore[value] + (kept.test(value) ? 1 : 0);
    }
    IntPredicate isKept = value -> keptBefore[value + 1] > keptBefore[value];
    int[] begins = new int[offsets.length];
    for (int node = 0; node < nodeCount(); node++) {
      int own =
          (int) Arrays.stream(nodeValues, offsets[node], offsets[node + 1]).filter(isKept).count();
      begins[node + 1] = begins[node] + own;
    }
    return new NodeFeatures(
        IntStream.range(0, values.size()).filter(isKept).mapToObj(values::get).toList(),
        begins,
        Arrays.stream(nodeValues).filter(isKept).map(value -> keptBefore[value]).toArray());
  }

  /** The values of a node: positions in {@link #values()}, ascending. */
  public List<Integer> of(int node) {
    return Arrays.stream(nodeValues, offsets[node], offsets[node + 1]).boxed().toList();
  }
}
