package org.metarec.testing;

import java.util.SplittableRandom;
import org.metarec.triple.Triples;

/** Random graphs for properties that hold of any graph. */
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
}
