package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metarec.model.RelationPhases;
import org.metarec.testing.RandomTriples;
import org.metarec.triple.Triples;

class RelationClustersTest {
  private static final Triples TRIPLES = RandomTriples.of(1, 9, 6, 40);

  @Test
  void relationsOfLikePhasesShareACentre() {
    // two groups, one of them on both sides of ±π
    float[] phases = {0.1f, 3.1f, -0.1f, -3.1f, 0f, 3.0f};
    RelationClusters clusters = clusters(2);
    clusters.find(new RelationPhases(1, phases));
    for (int relation = 0; relation < 6; relation += 2) {
      assertThat(clusters.centre(relation)[0]).isCloseTo(0, within(0.2));
      assertThat(Math.cos(clusters.centre(relation + 1)[0])).isCloseTo(-1, within(0.02));
    }
  }

  @Test
  void nothingIsDrawnWithoutClusters() {
    RelationClusters clusters = clusters(0);
    RelationPhases phases = new RelationPhases(1, new float[] {1, 2, 3, 1, 2, 3});
    clusters.find(phases);
    float[] gradient = {0};
    clusters.addGradient(0, phases, gradient);
    assertThat(gradient).containsExactly(0);
  }

  private static RelationClusters clusters(int count) {
    RotatEConfig config = Configs.with(Configs.SMALL, "relationClusters", count);
    return new RelationClusters(TRIPLES, Configs.with(config, "embeddingDimension", 1));
  }
}
