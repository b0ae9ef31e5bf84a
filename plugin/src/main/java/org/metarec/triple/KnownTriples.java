package org.metarec.triple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The set of triples known to be true, for filtering. A hash table with open addressing over one
 * {@code long} a triple: 12 bytes each. A union keeps the table of its first set, so that both can
 * be asked. Immutable and thread-safe.
 */
public final class KnownTriples {
  private static final long EMPTY = -1;
  private static final long MOST = 1 << 30;

  /** 2⁶⁴ divided by the golden ratio: spreads neighbouring keys (Knuth, TAOCP 3, 6.4). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long entityCount;
  private final long relationCount;
  private final long[] table;
  private final Optional<KnownTriples> others;

  /**
   * @param shape has the entities and relations of all sets
   * @param others in the union too, not in this table
   */
  private KnownTriples(Triples shape, List<Triples> sets, Optional<KnownTriples> others) {
    long size = sets.stream().mapToLong(Triples::size).sum();
    if (size > MOST) {
      throw new IllegalArgumentException("%d triples; at most %d fit".formatted(size, MOST));
    }
    entityCount = shape.entityCount();
    relationCount = shape.relationCount();
    // fails here, once, rather than mixing up triples
    Math.multiplyExact(Math.multiplyExact(entityCount, relationCount), entityCount);
    table = new long[(int) (size * 3 / 2) + 1];
    Arrays.fill(table, EMPTY);
    this.others = others;
    sets.forEach(this::addAll);
  }

  private KnownTriples(KnownTriples whole) {
    entityCount = whole.entityCount;
    relationCount = whole.relationCount;
    table = whole.table;
    others = Optional.empty();
  }

  /**
   * The union of several sets of triples over the same entities and relations.
   *
   * @throws IllegalArgumentException if there are more than 2³⁰ triples, or they are of different
   *     graphs
   */
  public static KnownTriples of(Triples first, Triples... more) {
    for (Triples other : more) {
      requireSameGraph(first, other);
    }
    return new KnownTriples(
        first,
        List.of(first),
        more.length == 0
            ? Optional.empty()
            : Optional.of(new KnownTriples(first, List.of(more), Optional.empty())));
  }

  private static void requireSameGraph(Triples first, Triples other) {
    if (other.entityCount() != first.entityCount()
        || other.relationCount() != first.relationCount()) {
      throw new IllegalArgumentException(
          "triples over %d entities and %d relations; expected %d and %d"
              .formatted(
                  other.entityCount(),
                  other.relationCount(),
                  first.entityCount(),
                  first.relationCount()));
    }
  }

  /** The first set of the union alone; shares its table. */
  public KnownTriples first() {
    return new KnownTriples(this);
  }

  private void addAll(Triples triples) {
    for (int i = 0; i < triples.size(); i++) {
      long key = key(triples.head(i), triples.relation(i), triples.tail(i));
      table[slot(key)] = key;
    }
  }

  public boolean contains(int head, int relation, int tail) {
    long key = key(head, relation, tail);
    return table[slot(key)] == key
        || (others.isPresent() && others.get().contains(head, relation, tail));
  }

  /** Whether a triple is known once one of its parts is replaced. */
  public boolean contains(Triples triples, int triple, Corruption corruption, int replacement) {
    int head = triples.head(triple);
    int relation = triples.relation(triple);
    int tail = triples.tail(triple);
    return switch (corruption) {
      case HEAD -> contains(replacement, relation, tail);
      case RELATION -> contains(head, replacement, tail);
      case TAIL -> contains(head, relation, replacement);
    };
  }

  private long key(int head, int relation, int tail) {
    return (head * relationCount + relation) * entityCount + tail;
  }

  /** Where the key is, or the empty place where it belongs. */
  private int slot(long key) {
    int slot = (int) ((((key * SPREAD) >>> Integer.SIZE) * table.length) >>> Integer.SIZE);
    while (table[slot] != EMPTY && table[slot] != key) {
      slot = slot + 1 == table.length ? 0 : slot + 1;
    }
    return slot;
  }
}
