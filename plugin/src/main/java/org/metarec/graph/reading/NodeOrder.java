package org.metarec.graph.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.metarec.graph.KeyedLabel;
import org.metarec.graph.node.NodeIdSet;
import org.metarec.graph.node.NodeKey;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Puts nodes into the order of their keys. */
final class NodeOrder {

  /** Comparisons between two questions whether to go on: of millions of nodes a tenth second. */
  private static final int COMPARISONS = 1 << 16;

  private NodeOrder() {}

  /**
   * Sorts nodes.
   *
   * @param keyed the label and key that a node is sorted by
   * @return internal ids of the nodes that are still there, in the order of their keys
   */
  static long[] of(
      Transaction tx, NodeIdSet nodes, Function<Node, KeyedLabel> keyed, Progress progress) {
    List<NodeKey> keys = new ArrayList<>(nodes.size());
    nodes.forEachNode(tx, progress, (node, count) -> keys.add(NodeKey.of(node, keyed.apply(node))));
    keys.sort(asking(progress));
    return keys.stream().mapToLong(NodeKey::nodeId).toArray();
  }

  private static Comparator<NodeKey> asking(Progress progress) {
    return new Comparator<>() {
      private int comparisons;

      @Override
      public int compare(NodeKey one, NodeKey other) {
        if (comparisons++ % COMPARISONS == 0) {
          progress.checkRunning();
        }
        return one.compareTo(other);
      }
    };
  }
}
