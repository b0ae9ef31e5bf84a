package org.metarec.triple;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Triples to train on, and some held back to see how well that went.
 *
 * @param training triples to learn from
 * @param heldBack triples that training does not see; may be empty
 * @param known all triples known to be true, those of training first, then others, to be filtered
 *     from ranks
 */
public record TripleSplit(Triples training, Triples heldBack, KnownTriples known) {
  /**
   * So many are held back at most, of triples and of interactions: the standard error of a share of
   * them is .016 at most, and to rank more would take longer than training, on a graph of millions.
   */
  public static final int MOST_HELD_BACK = 1000;

  /**
   * Holds back a random part of the triples, but none whose head, relation or tail would then be
   * missing from training. Both parts keep the order of the triples.
   *
   * @param fraction of all triples, in [0, 1); fewer are held back where too many must stay
   * @param seed the same seed gives the same split
   */
  public static TripleSplit of(Triples triples, double fraction, long seed) {
    return of(triples, new BitSet(), fraction, seed);
  }

  /**
   * The same of all triples but some, which are filtered from ranks and no more.
   *
   * @param unread their places
   * @param fraction of the others
   */
  public static TripleSplit of(Triples triples, BitSet unread, double fraction, long seed) {
    int wanted = (int) (fraction * (triples.size() - unread.cardinality()));
    Uses uses = new Uses(triples);
    unread.stream().forEach(triple -> uses.count(triple, -1));
    BitSet heldBack = new BitSet(triples.size());
    int held = 0;
    for (int triple : RandomOrder.of(triples.size(), new SplittableRandom(seed))) {
      if (held < wanted && !unread.get(triple) && uses.spares(triple)) {
        uses.count(triple, -1);
        heldBack.set(triple);
        held++;
      }
    }
    BitSet others = (BitSet) heldBack.clone();
    others.or(unread);
    Triples known = triples.select(others);
    others.flip(0, triples.size());
    Triples training = known.size() == 0 ? triples : triples.select(others);
    return new TripleSplit(training, triples.select(heldBack), KnownTriples.of(training, known));
  }

  /** How often each entity and relation occurs in training. */
  private static final class Uses {
    private final Triples triples;
    private final int[] ofEntity;
    private final int[] ofRelation;

    Uses(Triples triples) {
      this.triples = triples;
      this.ofEntity = new int[triples.entityCount()];
      this.ofRelation = new int[triples.relationCount()];
      for (int i = 0; i < triples.size(); i++) {
        count(i, 1);
      }
    }

    void count(int triple, int times) {
      ofEntity[triples.head(triple)] += times;
      ofEntity[triples.tail(triple)] += times;
      ofRelation[triples.relation(triple)] += times;
    }

    /** Whether training still knows all parts of a triple without it. */
    boolean spares(int triple) {
      int head = triples.head(triple);
      int tail = triples.tail(triple);
      int itsOwn = head == tail ? 2 : 1;
      return ofEntity[head] > itsOwn
          && ofEntity[tail] > itsOwn
          && ofRelation[triples.relation(triple)] > 1;
    }
  }
}
