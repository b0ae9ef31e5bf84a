package org.metarec.train.step;

import org.metarec.triple.Corruption;
import org.metarec.triple.NegativeSampler;
import org.metarec.triple.Triples;

/**
 * True triples and the negatives drawn for each. Positions count the true triples of the batch;
 * pairs count a triple's candidates, its negatives first and the true value last, triple after
 * triple. The arrays are taken over.
 */
public final class Batch {
  private final Triples triples;
  private final int[] members;
  private final float[] weights;
  private final Corruption corruption;
  private final int[] candidates;
  private final int pairsPerTriple;

  /**
   * @param triples what {@code members} are positions in
   * @param members {@code int[size]}: the true triples
   * @param weights {@code float[size]}: share of each in the loss, 1 in total
   * @param corruption the part that candidates stand for
   * @param candidates {@code int[size · pairsPerTriple]}: entities or relations, {@link
   *     NegativeSampler#NONE} where there is no negative
   */
  public Batch(
      Triples triples, int[] members, float[] weights, Corruption corruption, int[] candidates) {
    this.triples = triples;
    this.members = members;
    this.weights = weights;
    this.corruption = corruption;
    this.candidates = candidates;
    this.pairsPerTriple = candidates.length / members.length;
  }

  public int size() {
    return members.length;
  }

  public Corruption corruption() {
    return corruption;
  }

  public int head(int position) {
    return triples.head(members[position]);
  }

  public int relation(int position) {
    return triples.relation(members[position]);
  }

  public int tail(int position) {
    return triples.tail(members[position]);
  }

  public float weight(int position) {
    return weights[position];
  }

  /** Negatives of a triple, and the truth. */
  public int pairsPerTriple() {
    return pairsPerTriple;
  }

  public int pairs() {
    return candidates.length;
  }

  /** The position of the triple that a pair belongs to. */
  public int position(int pair) {
    return pair / pairsPerTriple;
  }

  /** The entity or relation of a pair, {@link NegativeSampler#NONE} for an empty place. */
  public int candidate(int pair) {
    return candidates[pair];
  }
}
