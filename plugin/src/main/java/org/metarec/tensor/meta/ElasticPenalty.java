package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.Map;
import org.metarec.meta.outer.ElasticWeights;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

/**
 * The penalty {@code λ/2 Σ F (θ − θ*)²} of {@link ElasticWeights} and its gradient {@code λ F (θ −
 * θ*)}, part by part.
 */
final class ElasticPenalty {
  private final Map<PriorPart, NDArray> centres;
  private final Map<PriorPart, NDArray> stiffness = new EnumMap<>(PriorPart.class);

  /**
   * @param manager of what is kept: twice the prior
   */
  ElasticPenalty(ElasticWeights weights, NDManager manager) {
    PriorShape shape = weights.centre().shape();
    this.centres = PriorArrays.of(weights.centre(), manager);
    for (PriorPart part : centres.keySet()) {
      Shape size = new Shape(part.rows().length(shape), part.columns().length(shape));
      NDArray fisher = manager.create(weights.fisher().part(part), size);
      stiffness.put(part, fisher.mul((float) weights.weight()));
      fisher.close();
    }
  }

  /**
   * The penalty of one part.
   *
   * @param loss in nats, ≥ 0
   * @param gradient shaped like the part
   */
  record Pull(double loss, NDArray gradient) {}

  /**
   * How a part is drawn back.
   *
   * @param now attached to {@code scratch}; all results land there and die with it
   */
  Pull pull(PriorPart part, NDArray now, NDManager scratch) {
    NDArray centre = centres.get(part);
    NDArray stiff = stiffness.get(part);
    centre.tempAttach(scratch);
    stiff.tempAttach(scratch);
    NDArray away = now.sub(centre);
    NDArray gradient = away.mul(stiff);
    return new Pull(away.mul(gradient).sum().getFloat() / 2, gradient);
  }
}
