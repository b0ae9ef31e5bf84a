package org.metarec.meta;

import java.util.List;
import org.metarec.model.TasteModel;

/**
 * What the meta-learner brings home.
 *
 * @param lossPerEpoch mean outer loss of each epoch: sampled softmax, in nats
 */
public record Learned(TasteModel taste, List<Double> lossPerEpoch) {

  public Learned {
    lossPerEpoch = List.copyOf(lossPerEpoch);
  }
}
