package org.metarec.triple;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each entity is joined with at one end of its triples: relation and other end as one number,
 * ascending, as compressed sparse rows. Immutable.
 */
final class Neighbours {
  private final int[] offsets;
  private final long[] keys;

  private Neighbours(int[] offsets, long[] keys) {
    this.offsets = offsets;
    this.keys = keys;
  }

  /** From heads to relations and tails. */
  static Neighbours ofHeads(List<Triples> sets) {
    return of(sets, Corruption.HEAD, Corruption.TAIL);
  }

  /** From tails to relations and heads. */
  static Neighbours ofTails(List<Triples> sets) {
    return of(sets, Corruption.TAIL, Corruption.HEAD);
  }

  private static Neighbours of(List<Triples> sets, Corruption here, Corruption there) {
    int size = sets.stream().mapToInt(Triples::size).reduce(0, Math::addExact);
    IntStream entities =
        sets.stream()
            .flatMapToInt(
                triples -> IntStream.range(0, triples.size()).map(i -> here.part(triples, i)));
    int[] offsets = Offsets.of(sets.get(0).entityCount(), entities);
    int[] next = offsets.clone();
    long[] keys = new long[size];
    for (Triples triples : sets) {
      for (int i = 0; i < triples.size(); i++) {
        keys[next[here.part(triples, i)]++] =
            IntPair.of(triples.relation(i), there.part(triples, i));
      }
    }
    for (int entity = 0; entity < offsets.length - 1; entity++) {
      Arrays.sort(keys, offsets[entity], offsets[entity + 1]);
    }
    return new Neighbours(offsets, keys);
  }

  boolean contains(int entity, int relation, int other) {
    return Arrays.binarySearch(
            keys, offsets[entity], offsets[entity + 1], IntPair.of(relation, other))
        >= 0;
  }
}
