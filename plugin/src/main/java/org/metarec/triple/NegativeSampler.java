package org.metarec.triple;

import java.util.SplittableRandom;

/**
 * Draws false triples: one part of a true triple replaced, uniformly, by a value that makes no
 * known triple. Immutable and thread-safe; the draws are those of the generator that is passed in.
 */
public final class NegativeSampler {

  /** Stands where no false triple was found. */
  public static final int NONE = -1;

  /**
   * Draws for one negative before it is given up, so that a node that is related to nearly all
   * others does not stop training.
   */
  private static final int ATTEMPTS = 20;

  private final Triples triples;
  private final KnownTriples known;
  private final int negatives;

  /**
   * @param triples the true triples that are corrupted
   * @param known what is never drawn; holds all of {@code triples}
   * @param negatives false triples wanted for each true one, at least 1
   */
  public NegativeSampler(Triples triples, KnownTriples known, int negatives) {
    this.triples = triples;
    this.known = known;
    this.negatives = negatives;
  }

  /** False triples drawn for each true one: never more than there are other values. */
  public int count(Corruption corruption) {
    return Math.min(negatives, corruption.choices(triples) - 1);
  }

  /**
   * Fills {@link #count} places with replacements for one part of a triple. If as many places as
   * other values, each value that makes a false triple comes once; otherwise values are drawn with
   * replacement. Places for which none was found hold {@link #NONE}.
   *
   * @param triple which of the triples is corrupted
   * @param into receives entities or relations, by the corruption
   * @param from first place written
   */
  public void draw(
      int triple, Corruption corruption, SplittableRandom random, int[] into, int from) {
    int choices = corruption.choices(triples);
    int end = from + count(corruption);
    if (end - from == choices - 1) {
      takeAll(triple, corruption, into, from, end);
      return;
    }
    for (int place = from; place < end; place++) {
      into[place] = NONE;
      for (int attempt = 0; attempt < ATTEMPTS && into[place] == NONE; attempt++) {
        int replacement = random.nextInt(choices);
        if (!known.contains(triples, triple, corruption, replacement)) {
          into[place] = replacement;
        }
      }
    }
  }

  private void takeAll(int triple, Corruption corruption, int[] into, int from, int end) {
    int place = from;
    for (int replacement = 0; replacement < corruption.choices(triples); replacement++) {
      if (!known.contains(triples, triple, corruption, replacement)) {
        into[place++] = replacement;
      }
    }
    while (place < end) {
      into[place++] = NONE;
    }
  }
}
