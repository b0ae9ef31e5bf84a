package org.metarec.triple.id;

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
  private final NumberedIds nodes;

  /**
   * @param nodeIds Neo4j ids of items, users and other nodes, in this order; taken over
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
    this.nodes = new NumberedIds(nodeIds);
  }

  public int itemCount() {
    return itemCount;
  }

  public int userCount() {
    return userCount;
  }

  /** Items, users and other nodes. */
  public int nodeCount() {
    return nodes.count();
  }

  /** Nodes and values of item features. */
  public int entityCount() {
    return nodes.count() + featureValueCount;
  }

  /** The Neo4j id of an entity below {@link #nodeCount()}. */
  public long nodeId(int entity) {
    return nodes.id(entity);
  }

  /** The entity of a Neo4j id, or -1 if the node is not in the vocabulary. */
  public int entity(long nodeId) {
    return nodes.number(nodeId);
  }
}
