package org.metarec.tensor.meta;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.Map;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

/** The trained parts of a prior as tensors, each rows × columns; empty parts have none. */
final class PriorArrays {
  private PriorArrays() {}

  static Map<PriorPart, NDArray> of(Prior prior, NDManager manager) {
    PriorShape shape = prior.shape();
    Map<PriorPart, NDArray> arrays = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      if (part.trained() && part.length(shape) > 0) {
        Shape size = new Shape(part.rows().length(shape), part.columns().length(shape));
        arrays.put(part, manager.create(prior.part(part), size));
      }
    }
    return arrays;
  }
}
