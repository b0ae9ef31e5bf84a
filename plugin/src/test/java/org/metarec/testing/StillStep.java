package org.metarec.testing;

import java.util.Map;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.meta.outer.ElasticWeights;
import org.metarec.meta.outer.MetaStep;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.taste.PriorPart;

/** A step that leaves the prior as it is, for those who look at what it is given. */
public interface StillStep extends MetaStep {

  @Override
  default void consolidate(ElasticWeights weights) {}

  @Override
  default Map<PriorPart, float[]> gradient(MetaBatch batch, BatchFeatures features) {
    return Map.of();
  }

  @Override
  default void close() {}
}
