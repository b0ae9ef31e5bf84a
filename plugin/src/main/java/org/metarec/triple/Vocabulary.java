package org.metarec.triple;

import java.util.Arrays;

/**
 * Nodes as dense entity ids: items first, then users, then other nodes, then the values of item
 * features, which are no nodes. Within each group the order is that of the stable key, so the same
 * graph gives the same ids. An item's entity id is its item id; a user's entity id is its user id
 * plus the number of items.
 */
public final class Vocabulary {
  private final int itemCount;
  private final int userCount;
  private final int featureValueCount;
  private final long[] nodeIds;
  private final long[] sortedNodeIds;
  private final int[] entityOfSorted;

  /**
   * @param nodeIds Neo4j ids of items, users and other nodes, in this order
   * @param featureValueCount number of entities after the nodes
   */
  public Vocabulary(int itemCount, int userCount, long[] nodeIds, int featureValueCount) {
    if (itemCount + userCount > nodeIds.length) {
      throw new IllegalArgumentException(
          "%d items and %d users among %d nodes".formatted(itemCount, userCount, nodeIds.length));
    }
    this.itemCount = itemCount;
    this.userCount = userCount;
    this.featureValueCount = featureValueCount;
    this.nodeIds = nodeIds;
    this.sortedNodeIds = nodeIds.clone();
    Arrays.sort(sortedNodeIds);
    this.entityOfSorted = new int[nodeIds.length];
    for (int entity = 0; entity < nodeIds.length; entity++) {
      entityOfSorted[SortedIds.indexOf(sortedNodeIds, nodeIds[entity])] = entity;
    }
  }

  public int itemCount() {
    return itemCount;
  }

  public int userCount() {
    return userCount;
  }

  /** Items, users and other nodes. */
  public int nodeCount() {
    return nodeIds.length;
  }

  /** Nodes and values of item features. */
  public int entityCount() {
    return nodeIds.length + featureValueCount;
  }

  /** The Neo4j id of an entity below {@link #nodeCount()}. */
  public long nodeId(int entity) {
    return nodeIds[entity];
  }

  /** The entity of a Neo4j id, or -1 if the node is not in the vocabulary. */
  public int entity(long nodeId) {
    int position = SortedIds.indexOf(sortedNodeIds, nodeId);
    return position < 0 ? -1 : entityOfSorted[position];
  }
}
