package org.metarec.meta;

import java.util.List;
import java.util.Map;
import org.metarec.meta.heldback.HeldBackItems;
import org.metarec.model.TrainedTaste;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.TasteModel;

/**
 * Result of meta-learning.
 *
 * @param attributes what nodes add to the vectors of new items, as in {@link TrainedTaste}
 * @param profiles what users' profiles say of nodes and values, likewise
 * @param fisher of the outer loss at the end
 * @param itemOffsets what is learned of each item alone
 * @param lossPerEpoch mean outer loss of each epoch: sampled softmax, in nats
 * @param metrics those of {@link HeldBackItems}; empty if no like was held back
 */
public record LearnedTaste(
    TasteModel taste,
    SparseRows attributes,
    SparseRows profiles,
    Fisher fisher,
    SparseRows itemOffsets,
    List<Double> lossPerEpoch,
    Map<String, Double> metrics) {

  public LearnedTaste {
    lossPerEpoch = List.copyOf(lossPerEpoch);
    metrics = Map.copyOf(metrics);
  }
}
