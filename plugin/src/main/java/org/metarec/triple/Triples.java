package org.metarec.triple;

import com.google.common.primitives.Ints;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Triples (head, relation, tail) as three columns of dense ids. Immutable once built: the columns
 * are taken over, not copied, and must not be changed by the caller.
 */
public final class Triples {
  private final int entityCount;
  private final int relationCount;
  private final int[] heads;
  private final int[] relations;
  private final int[] tails;

  /**
   * @param entityCount number of entities; heads and tails lie in {@code [0, entityCount)}
   * @param relationCount number of relations; relations lie in {@code [0, relationCount)}
   * @throws IllegalArgumentException if the columns differ in length or an id is out of range
   */
  public Triples(int entityCount, int relationCount, int[] heads, int[] relations, int[] tails) {
    if (heads.length != relations.length || heads.length != tails.length) {
      throw new IllegalArgumentException(
          "columns of %d heads, %d relations and %d tails"
              .formatted(heads.length, relations.length, tails.length));
    }
    requireIds(heads, entityCount, "head");
    requireIds(relations, relationCount, "relation");
    requireIds(tails, entityCount, "tail");
    this.entityCount = entityCount;
    this.relationCount = relationCount;
    this.heads = heads;
    this.relations = relations;
    this.tails = tails;
  }

  private static void requireIds(int[] ids, int count, String role) {
    for (int id : ids) {
      if (id < 0 || id >= count) {
        throw new IllegalArgumentException("%s %d is not in [0, %d)".formatted(role, id, count));
      }
    }
  }

  /** The entities that are a head or a tail. */
  public BitSet entities() {
    BitSet found = new BitSet(entityCount);
    IntStream.of(heads).forEach(found::set);
    IntStream.of(tails).forEach(found::set);
    return found;
  }

  /** The triples at some places, in their order. */
  public Triples select(BitSet places) {
    return new Triples(
        entityCount,
        relationCount,
        select(heads, places),
        select(relations, places),
        select(tails, places));
  }

  private static int[] select(int[] column, BitSet places) {
    return places.stream().map(place -> column[place]).toArray();
  }

  /**
   * These triples, then others of the same graph.
   *
   * @throws IllegalArgumentException if an id of theirs is out of range here
   */
  public Triples and(Triples others) {
    return new Triples(
        entityCount,
        relationCount,
        Ints.concat(heads, others.heads),
        Ints.concat(relations, others.relations),
        Ints.concat(tails, others.tails));
  }

  public int size() {
    return heads.length;
  }

  public int entityCount() {
    return entityCount;
  }

  public int relationCount() {
    return relationCount;
  }

  public int head(int triple) {
    return heads[triple];
  }

  public int relation(int triple) {
    return relations[triple];
  }

  public int tail(int triple) {
    return tails[triple];
  }
}
