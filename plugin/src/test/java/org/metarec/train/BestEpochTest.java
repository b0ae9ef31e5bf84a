package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.triple.Triples;

class BestEpochTest {
  private static final Triples NONE = new Triples(1, 1, new int[0], new int[0], new int[0]);

  private final EntityTable entities = new EntityTable(1, new float[] {1, 1});
  private final RelationPhases phases = new RelationPhases(1, new float[] {1});
  private final BestEpoch best = new BestEpoch(entities, phases);

  private void trainTo(float value) {
    Arrays.fill(entities.values(), value);
    Arrays.fill(phases.values(), value);
  }

  @Test
  void laterEpochsDoNotTouchTheBest() {
    best.keep(1, Map.of("mrr", 0.1), false);
    trainTo(2);
    best.keep(2, Map.of("mrr", 0.2), false);
    trainTo(3);

    TrainedRotatE trained = best.trained(List.of(9.0, 8.0, 7.0), NONE);

    assertThat(trained.entities().values()).containsExactly(2, 2);
    assertThat(trained.phases().values()).containsExactly(2);
    assertThat(trained.bestEpoch()).isEqualTo(2);
    assertThat(trained.metrics()).containsEntry("mrr", 0.2);
    assertThat(trained.lossPerEpoch()).hasSize(3);
  }

  @Test
  void theLastEpochIsNotCopied() {
    best.keep(1, Map.of(), false);
    trainTo(2);
    best.keep(2, Map.of(), true);

    assertThat(best.trained(List.of(9.0, 8.0), NONE).entities()).isSameAs(entities);
  }

  @Test
  void withoutAnyToCompareItIsTheLast() {
    trainTo(4);

    TrainedRotatE trained = best.trained(List.of(9.0, 8.0), NONE);

    assertThat(trained.entities()).isSameAs(entities);
    assertThat(trained.bestEpoch()).isEqualTo(2);
    assertThat(trained.metrics()).isEmpty();
  }
}
