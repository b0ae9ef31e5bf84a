package org.metarec.triple;

import java.util.Arrays;
import java.util.List;

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

  /** The values of a node: positions in {@link #values()}, ascending. */
  public List<Integer> of(int node) {
    return Arrays.stream(nodeValues, offsets[node], offsets[node + 1]).boxed().toList();
  }
}
