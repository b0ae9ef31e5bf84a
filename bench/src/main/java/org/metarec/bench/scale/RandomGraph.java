package org.metarec.bench.scale;

import java.util.SplittableRandom;
import org.metarec.triple.Triples;

/** Graphs of a given size without any structure: heads, relations and tails are uniform. */
final class RandomGraph {
  private static final int RELATIONS = 10;

  private RandomGraph() {}

  /** Triples as training reads them: sorted by relation, then head. */
  static Triples triples(int entities, int triples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] heads = new int[triples];
    int[] relations = new int[triples];
    int[] tails = new int[triples];
    for (int i = 0; i < triples; i++) {
      relations[i] = (int) ((long) i * RELATIONS / triples);
      heads[i] = random.nextInt(entities);
      tails[i] = random.nextInt(entities);
    }
    return new Triples(entities, RELATIONS, heads, relations, tails);
  }
}
