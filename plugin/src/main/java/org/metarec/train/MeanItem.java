package org.metarec.train;

import java.util.BitSet;
import java.util.Optional;
import org.metarec.model.embedding.EntityTable;
import org.metarec.triple.id.Vocabulary;

/** The row that nodes without relations, now or before, get in place of a random one. */
public final class MeanItem {
  private MeanItem() {}

  /**
   * Gives it to those nodes.
   *
   * @param fitted entities that have relations, or had when their rows that are kept were trained
   * @param before that of an earlier training; where empty, it is the mean of the fitted items, of
   *     all fitted nodes where there are no items
   * @return one row
   */
  public static EntityTable place(
      EntityTable entities, BitSet fitted, Vocabulary vocabulary, Optional<EntityTable> before) {
    int meanOf = vocabulary.itemCount() > 0 ? vocabulary.itemCount() : vocabulary.nodeCount();
    EntityTable mean = before.orElseGet(() -> mean(entities, fitted.get(0, meanOf)));
    BitSet others = fitted.get(0, vocabulary.nodeCount());
    others.flip(0, vocabulary.nodeCount());
    entities.fill(others, mean.row(0));
    return mean;
  }

  /**
   * {@code ModelParameters.isFitted} recognises the mean item by its bits, so the mean of a single
   * row must differ from that row: by one ulp in one coordinate.
   */
  private static EntityTable mean(EntityTable entities, BitSet fitted) {
    EntityTable mean = entities.mean(fitted);
    if (fitted.cardinality() == 1) {
      mean.values()[0] = Math.nextUp(mean.values()[0]);
    }
    return mean;
  }
}
