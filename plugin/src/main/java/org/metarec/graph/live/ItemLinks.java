package org.metarec.graph.live;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.metarec.graph.NodeIds;
import org.metarec.path.PathIndex;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The relationships of items as they were found, growing. Not thread-safe. */
final class ItemLinks {
  private static final int FIRST_CAPACITY = 8;

  private final List<String> types;
  private int size;
  private int[] relations = new int[FIRST_CAPACITY];
  private long[] itemIds = new long[FIRST_CAPACITY];
  private long[] otherIds = new long[FIRST_CAPACITY];
  private long[] handles = new long[FIRST_CAPACITY];

  /**
   * @param types the relationship types that give paths, in the model's order
   */
  ItemLinks(List<String> types) {
    this.types = types;
  }

  /** Reads those of one item. */
  void addAllOf(Node item) {
    RelationshipType[] all =
        types.stream().map(RelationshipType::withName).toArray(RelationshipType[]::new);
    if (all.length == 0) {
      return; // no type would mean every type
    }
    try (var relationships = item.getRelationships(all)) {
      for (Relationship relationship : relationships) {
        int relation = types.indexOf(relationship.getType().name());
        long start = NodeIds.startOf(relationship);
        boolean isStart = start == NodeIds.of(item);
        add(
            relation,
            NodeIds.of(item),
            isStart ? NodeIds.endOf(relationship) : start,
            NodeIds.of(relationship));
      }
    }
  }

  /** Reads those of all items: one between two items is there from both. */
  void addAll(Transaction tx, LongPredicate isItem) {
    for (int relation = 0; relation < types.size(); relation++) {
      RelationshipType type = RelationshipType.withName(types.get(relation));
      try (ResourceIterator<Relationship> relationships = tx.findRelationships(type)) {
        while (relationships.hasNext()) {
          Relationship relationship = relationships.next();
          long start = NodeIds.startOf(relationship);
          long end = NodeIds.endOf(relationship);
          if (isItem.test(start)) {
            add(relation, start, end, NodeIds.of(relationship));
          }
          if (isItem.test(end)) {
            add(relation, end, start, NodeIds.of(relationship));
          }
        }
      }
    }
  }

  private void add(int relation, long itemId, long otherId, long handle) {
    if (size == relations.length) {
      relations = Arrays.copyOf(relations, 2 * size);
      itemIds = Arrays.copyOf(itemIds, 2 * size);
      otherIds = Arrays.copyOf(otherIds, 2 * size);
      handles = Arrays.copyOf(handles, 2 * size);
    }
    relations[size] = relation;
    itemIds[size] = itemId;
    otherIds[size] = otherId;
    handles[size] = handle;
    size++;
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

  /** Neo4j ids of the nodes at the other ends, some several times. */
  LongStream others() {
    return Arrays.stream(otherIds, 0, size);
  }

  /** Adds all links, each in the row of its item. */
  void addTo(PathIndex.Builder paths, NodeNumbers items, NodeNumbers attributes) {
    for (int link = 0; link < size; link++) {
      addTo(paths, items.number(itemIds[link]), link, items, attributes);
    }
  }

  /** Adds all links, which are of one item, in a row. */
  void addTo(PathIndex.Builder paths, int row, NodeNumbers items, NodeNumbers attributes) {
    for (int link = 0; link < size; link++) {
      addTo(paths, row, link, items, attributes);
    }
  }

  private void addTo(
      PathIndex.Builder paths, int row, int link, NodeNumbers items, NodeNumbers attributes) {
    int other = items.number(otherIds[link]);
    if (other < 0) {
      paths.link(relations[link], row, attributes.number(otherIds[link]), handles[link]);
    } else if (otherIds[link] != itemIds[link]) {
      paths.linkOneWay(relations[link], row, other, handles[link]);
    }
  }
}
