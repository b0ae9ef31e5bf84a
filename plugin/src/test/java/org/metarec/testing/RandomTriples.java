package org.metarec.testing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.triple.Triples;

/** Random graphs for properties that hold of any graph, and their triples as rows. */
public final class RandomTriples {

  private RandomTriples() {}

  /** Triples drawn uniformly; some come twice, some ids not at all. */
  public static Triples of(long seed, int entityCount, int relationCount, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Triples(
        entityCount,
        relationCount,
        random.ints(size, 0, entityCount).toArray(),
        random.ints(size, 0, relationCount).toArray(),
        random.ints(size, 0, entityCount).toArray());
  }

  /** Each as (head, relation, tail), to be compared. */
  public static List<List<Integer>> rows(Triples triples) {
    return IntStream.range(0, triples.size())
        .mapToObj(i -> List.of(triples.head(i), triples.relation(i), triples.tail(i)))
        .toList();
  }
}
