package org.metarec.bench.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.triple.Triples;

class TailChoiceTest {

  /** Countries 0, 1, 2 lie in sub-region 3 or at once in a region; regions are 4 and 5. */
  private static final Triples KNOWN =
      triples(new int[][] {{0, 0, 3}, {3, 0, 4}, {0, 0, 4}, {1, 0, 5}, {2, 0, 4}, {0, 1, 1}});

  private static final Triples TESTED = triples(new int[][] {{0, 0, 4}, {1, 0, 5}, {2, 0, 4}});

  /** The turn of relation 0 is none, so an entity's tail should be where the entity is. */
  private static final RelationPhases NO_TURN = new RelationPhases(1, new float[2]);

  @Test
  void trueRegionsNearestGiveOne() {
    assertThat(area(places(0, 9, 1, 5, 0, 9), TESTED)).isEqualTo(1);
  }

  @Test
  void aWrongRegionBetweenCostsPrecision() {
    // distances of the truths 0, 0, 4; of the others 9, 9, 5
    assertThat(area(places(0, 9, 4, 5, 0, 9), TESTED)).isEqualTo(1);
    // 0, 0, 6; of the others 9, 9, 3: the third truth comes fourth
    assertThat(area(places(0, 9, 6, 5, 0, 9), TESTED)).isEqualTo((1 + 1 + 3 / 4.0) / 3);
  }

  @Test
  void whatLeadsFurtherIsNoPossibleTail() {
    // the sub-region lies on the first country, nearer than its region
    assertThat(area(places(0, 9, 1, 0, 0.5f, 9), TESTED)).isEqualTo(1);
    Triples toSubRegion = triples(new int[][] {{0, 0, 3}});
    assertThat(choice(places(0, 9, 1, 0, 0, 9)).areaUnderPrecisionRecall(toSubRegion)).isEmpty();
  }

  @Test
  void nothingTestedIsNoFigure() {
    Triples none = triples(new int[0][]);
    assertThat(choice(places(0, 0, 0, 0, 0, 0)).areaUnderPrecisionRecall(none)).isEmpty();
  }

  private static double area(EntityTable entities, Triples tested) {
    return choice(entities).areaUnderPrecisionRecall(tested).orElseThrow();
  }

  private static TailChoice choice(EntityTable entities) {
    return new TailChoice(entities, NO_TURN, KNOWN);
  }

  /** Entities on the real axis. */
  private static EntityTable places(float... places) {
    float[] values = new float[12];
    for (int entity = 0; entity < 6; entity++) {
      values[2 * entity] = places[entity];
    }
    return new EntityTable(1, values);
  }

  private static Triples triples(int[][] rows) {
    int[][] columns = new int[3][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int part = 0; part < 3; part++) {
        columns[part][i] = rows[i][part];
      }
    }
    return new Triples(6, 2, columns[0], columns[1], columns[2]);
  }
}
