package org.metarec.graph.live.item;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.node.RelationTypes;
import org.metarec.graph.node.ValueIds;
import org.metarec.path.LinkDirection;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The relationships of items, and their values, as they were found, growing. Not thread-safe. */
public final class ItemLinks {
  private static final int FIRST_CAPACITY = 8;

  private final RelationTypes types;
  private int size;
  private int[] relations = new int[FIRST_CAPACITY];
  private long[] itemIds = new long[FIRST_CAPACITY];
  private long[] otherIds = new long[FIRST_CAPACITY];
  private long[] handles = new long[FIRST_CAPACITY];
  private final BitSet incoming = new BitSet();

  ItemLinks(RelationTypes types) {
    this.types = types;
  }

  public void addAllOf(Node item) {
    long itemId = NodeIds.of(item);
    types.forEach(
        item,
        Direction.BOTH,
        relationship -> {
          long otherId = NodeIds.of(relationship.getOtherNode(item));
          boolean comes = NodeIds.startOf(relationship) == otherId;
          add(types.relation(relationship), itemId, otherId, NodeIds.of(relationship), comes);
        });
  }

  /** Reads those of all items: one between two items is there from both. */
  public void addAll(Transaction tx, LongPredicate isItem) {
    for (int relation = 0; relation < types.count(); relation++) {
      addAll(tx, relation, isItem);
    }
  }

  private void addAll(Transaction tx, int relation, LongPredicate isItem) {
    RelationTypes.forEach(
        tx,
        types.name(relation),
        Progress.NONE,
        relationship -> {
          long start = NodeIds.startOf(relationship);
          long end = NodeIds.endOf(relationship);
          if (isItem.test(start)) {
            add(relation, start, end, NodeIds.of(relationship), false);
          }
          if (isItem.test(end)) {
            add(relation, end, start, NodeIds.of(relationship), true);
          }
        });
  }

  /** Adds what an item has for values of its features. */
  void addValues(long itemId, List<Neighbour> values) {
    for (Neighbour value : values) {
      add(value.relation(), itemId, value.id(), Links.NO_HANDLE, false);
    }
  }

  private void add(int relation, long itemId, long otherId, long handle, boolean comes) {
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
    incoming.set(size, comes);
    size++;
  }

  /**
   * What makes links alike.
   *
   * @param relation number of its type or property
   * @param fromItem whether it comes from another item; false of a link with what is none
   */
  public record LinkKind(int relation, boolean fromItem) {}

  /**
   * One link of an item.
   *
   * @param kind relation and direction
   * @param nodeId Neo4j id of the node at its other end, or that of a value, see {@link ValueIds}
   * @param handle Neo4j id of the relationship; of a value {@link Links#NO_HANDLE}
   */
  public record Link(LinkKind kind, long nodeId, long handle) {

    /** Parallel ones have the same. */
    public Link withoutHandle() {
      return new Link(kind, nodeId, 0);
    }
  }

  /**
   * All links, those of an item with itself left out.
   *
   * @param isItem whether the node of a Neo4j id is an item
   */
  public Set<Link> all(LongPredicate isItem) {
    Set<Link> all = new HashSet<>();
    for (int link = 0; link < size; link++) {
      if (itemIds[link] != otherIds[link]) {
        boolean fromItem = incoming.get(link) && isItem.test(otherIds[link]);
        all.add(new Link(new LinkKind(relations[link], fromItem), otherIds[link], handles[link]));
      }
    }
    return all;
  }

  /**
   * A node or a value that an item is linked with by a relation.
   *
   * @param id Neo4j id of the node, or that of a value, see {@link ValueIds}
   */
  public record Neighbour(int relation, long id) {}

  /**
   * What items are linked with, each once a relation, as in training; in an order that does not
   * depend on that in which Neo4j finds relationships.
   */
  List<Neighbour> neighbours() {
    return IntStream.range(0, size)
        .mapToObj(link -> new Neighbour(relations[link], otherIds[link]))
        .distinct()
        .sorted(Comparator.comparingInt(Neighbour::relation).thenComparingLong(Neighbour::id))
        .toList();
  }

  /** Id of the node or value at the other end of one. */
  public long other(int link) {
    return otherIds[link];
  }

  /** Ids of the nodes and values at the other ends, some several times. */
  public LongStream others() {
    return Arrays.stream(otherIds, 0, size);
  }

  /**
   * Looks up, once for all overlays of a base, the attributes that the base has.
   *
   * @param attributes of the base, with an overlay or without
   * @return of each link the number of its other end, negative if it has none
   */
  int[] numbersInBase(NodeNumbers attributes) {
    int[] numbers = new int[size];
    Arrays.setAll(numbers, link -> attributes.numberInBase(otherIds[link]));
    return numbers;
  }

  /** Adds all links, each in the row of its item. */
  public void addTo(PathIndex.Builder paths, NodeNumbers items, NodeNumbers attributes) {
    for (int link = 0; link < size; link++) {
      addTo(paths, items.number(itemIds[link]), link, items, attributes);
    }
  }

  /**
   * Adds all links, which are of one item, in a row.
   *
   * @param known as {@link #numbersInBase} gives them, or −1 for each to be looked up
   */
  public void addTo(
      PathIndex.Builder paths, int row, int[] known, NodeNumbers items, NodeNumbers attributes) {
    for (int link = 0; link < size; link++) {
      if (known[link] >= 0) {
        paths.link(relations[link], row, known[link], handles[link]);
      } else {
        addTo(paths, row, link, items, attributes);
      }
    }
  }

  private void addTo(
      PathIndex.Builder paths, int row, int link, NodeNumbers items, NodeNumbers attributes) {
    int other = items.number(otherIds[link]);
    if (other < 0) {
      paths.link(relations[link], row, attributes.number(otherIds[link]), handles[link]);
    } else if (otherIds[link] != itemIds[link]) {
      LinkDirection direction =
          incoming.get(link) ? LinkDirection.INCOMING : LinkDirection.OUTGOING;
      paths.linkInRow(relations[link], row, other, direction, handles[link]);
    }
  }
}
