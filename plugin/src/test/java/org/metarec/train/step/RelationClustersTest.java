package org.metarec.train.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.testing.GroupedPhases;
import org.metarec.train.config.Configs;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Corruption;
import org.metarec.triple.Triples;

class RelationClustersTest {
  private static final int RELATIONS = 60;
  private static final int GROUPS = 4;
  private static final int DIMENSION = 16;
  private static final float WEIGHT = 0.5f;
  private static final Triples TRIPLES = triples();

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void relationsAreDrawnToTheCentreOfTheirGroup(long seed) {
    RelationPhases phases = groups(seed, 0.3);
    RelationClusters clusters = clusters(GROUPS);
    clusters.find(phases);
    clusters.find(phases);
    for (int relation = 0; relation < RELATIONS; relation++) {
      float[] gradient = gradient(clusters, phases, relation);
      double[] centre = clusters.centre(relation);
      for (int k = 0; k < DIMENSION; k++) {
        double offset = phases.row(relation)[k] - centre[k];
        assertThat(Math.cos(offset)).isGreaterThan(0.9); // no farther than the noise of both
        assertThat(gradient[k]).isCloseTo((float) (0.3 * WEIGHT * Math.sin(offset)), within(1e-6f));
      }
    }
  }

  @Test
  void nothingIsDrawnBeforeASecondLook() {
    RelationPhases phases = groups(1, 0.3);
    RelationClusters clusters = clusters(GROUPS);
    clusters.find(phases);
    assertThat(gradient(clusters, phases, 0)).containsOnly(0);
  }

  @Test
  void nothingIsDrawnWhileGroupsStillForm() {
    RelationClusters clusters = clusters(GROUPS);
    for (double noise : new double[] {1.0, 0.8, 0.6, 0.4}) {
      clusters.find(groups(1, noise));
      assertThat(gradient(clusters, groups(1, noise), 0)).containsOnly(0);
    }
    clusters.find(groups(1, 0.4));
    assertThat(gradient(clusters, groups(1, 0.4), 0)).doesNotContain(0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void nothingIsDrawnInPhasesWithoutGroups(long seed) {
    RelationPhases phases = groups(seed, 100);
    RelationClusters clusters = clusters(GROUPS);
    for (int look = 0; look < 5; look++) {
      clusters.find(phases);
      assertThat(gradient(clusters, phases, 0)).containsOnly(0);
    }
  }

  @Test
  void nothingIsDrawnWithoutClusters() {
    RelationClusters clusters = clusters(0);
    clusters.find(groups(1, 0.3));
    clusters.find(groups(1, 0.3));
    assertThat(gradient(clusters, groups(1, 0.3), 0)).containsOnly(0);
  }

  @Test
  void moreClustersThanRelationsLeaveEachWhereItIs() {
    RelationPhases phases = groups(1, 0.3);
    RelationClusters clusters = clusters(RELATIONS + 1);
    clusters.find(phases);
    for (int k = 0; k < DIMENSION; k++) {
      assertThat(Math.cos(clusters.centre(7)[k] - phases.row(7)[k])).isCloseTo(1, within(1e-9));
    }
  }

  /** Of a batch in which the relation has the only triple. */
  private static float[] gradient(RelationClusters clusters, RelationPhases phases, int relation) {
    int[] members = {relation};
    Batch batch =
        new Batch(TRIPLES, members, new float[] {WEIGHT}, Corruption.HEAD, new int[] {1, 0});
    clusters.addLosses(batch, phases, new double[1]);
    float[] gradient = new float[DIMENSION];
    clusters.addGradient(relation, phases, gradient);
    return gradient;
  }

  private static RelationPhases groups(long seed, double noise) {
    return GroupedPhases.of(seed, RELATIONS, GROUPS, DIMENSION, noise);
  }

  private static RelationClusters clusters(int count) {
    RotatEConfig config =
        Configs.SMALL.with(
            draft -> {
              draft.relationClusters = count;
              draft.embeddingDimension = DIMENSION;
            });
    return new RelationClusters(TRIPLES, config);
  }

  /** One triple of each relation. */
  private static Triples triples() {
    int[] zeros = new int[RELATIONS];
    return new Triples(1, RELATIONS, zeros, IntStream.range(0, RELATIONS).toArray(), zeros);
  }
}
