package org.metarec.triple;

import java.util.Arrays;

/**
 * The set of triples known to be true, for filtering. A hash table with open addressing over one
 * {@code long} a triple: 12 to 24 bytes each. Immutable and thread-safe.
 */
public final class KnownTriples {
  private static final long EMPTY = -1;

  /** 2⁶⁴ divided by the golden ratio: spreads neighbouring keys (Knuth, TAOCP 3, 6.4). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long entityCount;
  private final long relationCount;
  private final long[] table;
  private final int shift;

  private KnownTriples(Triples shape, long size) {
    entityCount = shape.entityCount();
    relationCount = shape.relationCount();
    long capacity = Math.max(2, Long.highestOneBit(Math.max(1, size * 3 / 2)) * 2);
    if (capacity > 1 << 30) {
      throw new IllegalArgumentException("%d triples; at most %d fit".formatted(size, 1 << 29));
    }
    // fails here, once, rather than mixing up triples
    Math.multiplyExact(Math.multiplyExact(entityCount, relationCount), entityCount);
    table = new long[(int) capacity];
    Arrays.fill(table, EMPTY);
    shift = 64 - Long.numberOfTrailingZeros(capacity);
  }

  /**
   * The union of several sets of triples over the same entities and relations.
   *
   * @throws IllegalArgumentException if there are more than 2²⁹ triples, or they are of different
   *     graphs
   */
  public static KnownTriples of(Triples first, Triples... more) {
    long size = first.size();
    for (Triples other : more) {
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
      size += other.size();
    }
    KnownTriples known = new KnownTriples(first, size);
    known.addAll(first);
    for (Triples other : more) {
      known.addAll(other);
    }
    return known;
  }

  private void addAll(Triples triples) {
    for (int i = 0; i < triples.size(); i++) {
      long key = key(triples.head(i), triples.relation(i), triples.tail(i));
      table[slot(key)] = key;
    }
  }

  public boolean contains(int head, int relation, int tail) {
    long key = key(head, relation, tail);
    return table[slot(key)] == key;
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
    int mask = table.length - 1;
    int slot = (int) ((key * SPREAD) >>> shift);
    while (table[slot] != EMPTY && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
