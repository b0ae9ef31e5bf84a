package org.metarec.graph.live;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metarec.graph.NodeIds;
import org.metarec.path.PathIndex;
import org.metarec.triple.Vocabulary;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * The relationships of items as they were found, growing; at the end, a {@link PathIndex}. Not
 * thread-safe.
 */
final class ItemLinks {
  private final List<String> types;
  private int size;
  private int[] relations = new int[64];
  private long[] itemIds = new long[64];
  private long[] otherIds = new long[64];
  private long[] handles = new long[64];

  /**
   * @param types the relationship types that give paths, in the model's order
   */
  ItemLinks(List<String> types) {
    this.types = types;
  }

  void addAllOf(Node item) {
    for (int relation = 0; relation < types.size(); relation++) {
      RelationshipType type = RelationshipType.withName(types.get(relation));
      try (var relationships = item.getRelationships(type)) {
        for (Relationship relationship : relationships) {
          add(relation, NodeIds.of(item), relationship);
        }
      }
    }
  }

  private void add(int relation, long itemId, Relationship relationship) {
    if (size == relations.length) {
      relations = Arrays.copyOf(relations, 2 * size);
      itemIds = Arrays.copyOf(itemIds, 2 * size);
      otherIds = Arrays.copyOf(otherIds, 2 * size);
      handles = Arrays.copyOf(handles, 2 * size);
    }
    relations[size] = relation;
    itemIds[size] = itemId;
    otherIds[size] = otherId(relationship, itemId);
    handles[size] = NodeIds.of(relationship);
    size++;
  }

  private static long otherId(Relationship relationship, long itemId) {
    long start = NodeIds.startOf(relationship);
    return start == itemId ? NodeIds.endOf(relationship) : start;
  }

  /** The other end of a link. */
  record End(int relation, long nodeId) {}

  /** The other ends of all links, those of an item with itself left out. */
  Set<End> ends() {
    return IntStream.range(0, size)
        .filter(link -> itemIds[link] != otherIds[link])
        .mapToObj(link -> new End(relations[link], otherIds[link]))
        .collect(Collectors.toSet());
  }

  /**
   * Numbers the items, and after them the nodes they are linked with, by their ids: the same graph
   * gives the same numbers.
   *
   * @param itemNodeIds in the order of the items
   */
  Vocabulary vocabulary(long[] itemNodeIds) {
    long[] sortedItems = itemNodeIds.clone();
    Arrays.sort(sortedItems);
    long[] attributes =
        Arrays.stream(otherIds, 0, size)
            .filter(id -> Arrays.binarySearch(sortedItems, id) < 0)
            .sorted()
            .distinct()
            .toArray();
    long[] all = Arrays.copyOf(itemNodeIds, itemNodeIds.length + attributes.length);
    System.arraycopy(attributes, 0, all, itemNodeIds.length, attributes.length);
    return new Vocabulary(itemNodeIds.length, 0, all, 0);
  }

  /**
   * The links between what the vocabulary numbers.
   *
   * @param knownItems the items below are those that the training knew
   */
  PathIndex index(Vocabulary vocabulary, int knownItems) {
    int itemCount = vocabulary.itemCount();
    PathIndex.Builder builder = new PathIndex.Builder(itemCount, knownItems, types);
    for (int link = 0; link < size; link++) {
      int item = vocabulary.entity(itemIds[link]);
      int other = vocabulary.entity(otherIds[link]);
      if (other < itemCount) {
        builder.linkItems(relations[link], item, other, handles[link]);
      } else {
        builder.link(relations[link], item, other - itemCount, handles[link]);
      }
    }
    return builder.build();
  }
}
