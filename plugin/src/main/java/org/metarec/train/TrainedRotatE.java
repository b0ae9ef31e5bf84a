package org.metarec.train;

import java.util.List;
import java.util.Map;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.triple.Triples;

/**
 * What RotatE training leaves.
 *
 * @param entities of the best epoch
 * @param phases of the best epoch
 * @param lossPerEpoch mean over the batches of each epoch that was run, in nats
 * @param bestEpoch the epoch that is kept, counted from 1; 0 where there was nothing to train
 * @param metrics filtered, of the held-back triples at the best epoch: {@code mrr}, {@code
 *     hitsAt1}, {@code hitsAt3}, {@code hitsAt10}, {@code meanRank} of heads and tails, {@code
 *     relationMrr} of relations; empty if none were held back
 * @param heldBack triples by which training was measured
 */
public record TrainedRotatE(
    EntityTable entities,
    RelationPhases phases,
    List<Double> lossPerEpoch,
    int bestEpoch,
    Map<String, Double> metrics,
    Triples heldBack) {

  public TrainedRotatE {
    lossPerEpoch = List.copyOf(lossPerEpoch);
  }
}
