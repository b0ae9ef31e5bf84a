package org.metarec.graph.node;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.Optional;
import org.metarec.graph.KeyedLabel;
import org.neo4j.graphdb.Node;

/**
 * What a node is sorted by, so that the same graph gives the same order on every store: the label,
 * then the value of the key, integers before strings. Nodes without a key come last, and nodes with
 * equal keys are told apart by their internal id, which is this store's own.
 *
 * @param label the label that the key belongs to
 * @param number the key, if it is an integer
 * @param text the key as text, if it is anything else; of a list the texts of what is in it
 * @param nodeId internal id
 */
public record NodeKey(String label, Optional<Long> number, Optional<String> text, long nodeId)
    implements Comparable<NodeKey> {

  /**
   * Reads the key of a node.
   *
   * @throws org.neo4j.graphdb.NotFoundException if the node has been deleted
   */
  public static NodeKey of(Node node, KeyedLabel keyed) {
    Optional<Object> value = keyed.value(node);
    Optional<Long> number = value.filter(NodeKey::isInteger).map(v -> ((Number) v).longValue());
    Optional<String> text = value.filter(v -> !isInteger(v)).map(NodeKey::text);
    return new NodeKey(keyed.label(), number, text, NodeIds.of(node));
  }

  private static boolean isInteger(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  /** An array says what is in it: its own text is another each time it is read. */
  private static String text(Object value) {
    return value.getClass().isArray()
        ? Arrays.deepToString(new Object[] {value})
        : String.valueOf(value);
  }

  /** 32 bits that tell nodes of a label apart: a key need not be unique, and ids are reused. */
  public int hash() {
    Hasher hasher = Hashing.murmur3_32_fixed().newHasher().putLong(nodeId).putInt(kind());
    number.ifPresent(hasher::putLong);
    text.ifPresent(value -> hasher.putUnencodedChars(value));
    return hasher.hash().asInt();
  }

  private int kind() {
    if (number.isPresent()) {
      return 0;
    }
    return text.isPresent() ? 1 : 2;
  }

  @Override
  public int compareTo(NodeKey other) {
    int order = label.compareTo(other.label);
    if (order == 0) {
      order = Integer.compare(kind(), other.kind());
    }
    if (order == 0) {
      order = Long.compare(number.orElse(0L), other.number.orElse(0L));
    }
    if (order == 0) {
      order = text.orElse("").compareTo(other.text.orElse(""));
    }
    return order == 0 ? Long.compare(nodeId, other.nodeId) : order;
  }
}
