package org.metarec.meta.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.metarec.GraphMismatchException;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.regression.FeatureScale;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.triple.Relation;
import org.metarec.triple.Relation.Kind;

class PriorGrowthTest {
  private static final Relation DIRECTED = new Relation("DIRECTED", Kind.ITEM_RELATION);
  private static final Relation ACTED = new Relation("ACTED_IN", Kind.ITEM_RELATION);
  private static final Relation CLICKED = new Relation("CLICKED", Kind.INTERACTION);

  /** Two path relations make weights of {@code 3 + 1 + 2 + 2 = 8}. */
  private static PriorShape shape(int relations, int values, int steps) {
    return shape(relations, false, values, steps);
  }

  private static PriorShape shape(int relations, boolean linksItems, int values, int steps) {
    int earned = PopularityFeatures.length(relations);
    return new PriorShape(
        2, 3, relations, relations, linksItems, values, steps, InnerSolver.STEPS, 2, earned);
  }

  private static final LearnedBefore BEFORE =
      before(shape(1, 2, 2), List.of("age=old", "age=young"));
  private static final PriorGrowth GROWTH =
      new PriorGrowth(
          BEFORE,
          shape(2, 3, 2),
          List.of(ACTED, DIRECTED, CLICKED),
          List.of("age=child", "age=old", "age=young"));
  private static final Prior START = prior(shape(2, 3, 2), 2);

  private static Prior prior(PriorShape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Prior(
        shape,
        part -> {
          float[] values = new float[part.length(shape)];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
          return values;
        });
  }

  private static Fisher fisher(PriorShape shape) {
    return new Fisher(
        shape,
        part -> {
          float[] values = new float[part.length(shape)];
          Arrays.fill(values, 2);
          return values;
        });
  }

  @Test
  void whatWasThereStaysAndWhatIsNewStarts() {
    Prior grown = GROWTH.grown(START);

    float[] before = BEFORE.prior().part(PriorPart.START_WEIGHTS);
    float[] start = START.part(PriorPart.START_WEIGHTS);
    assertThat(grown.part(PriorPart.START_WEIGHTS))
        .containsExactly(
            before[0], before[1], before[2], before[3], start[4], before[4], start[6], before[5]);
    assertThat(grown.part(PriorPart.PATH_SCALE))
        .containsExactly(
            START.part(PriorPart.PATH_SCALE)[0], BEFORE.prior().part(PriorPart.PATH_SCALE)[0]);
    float[] content = BEFORE.prior().part(PriorPart.CONTENT_PROJECTION);
    assertThat(Arrays.copyOfRange(grown.part(PriorPart.CONTENT_PROJECTION), 12, 24))
        .containsExactly(content);
    assertThat(Arrays.copyOf(grown.part(PriorPart.CONTENT_PROJECTION), 12))
        .containsExactly(Arrays.copyOf(START.part(PriorPart.CONTENT_PROJECTION), 12));
    float[] earned = BEFORE.prior().part(PriorPart.EARNED_PROJECTION);
    int ofOne = 3 * PopularityFeatures.PER_RELATION;
    assertThat(Arrays.copyOf(grown.part(PriorPart.EARNED_PROJECTION), ofOne))
        .containsExactly(Arrays.copyOf(START.part(PriorPart.EARNED_PROJECTION), ofOne));
    assertThat(
            Arrays.copyOfRange(
                grown.part(PriorPart.EARNED_PROJECTION), ofOne, ofOne + earned.length))
        .containsExactly(earned);
    float[] values = BEFORE.prior().part(PriorPart.USER_VALUE_WEIGHTS);
    assertThat(Arrays.copyOfRange(grown.part(PriorPart.USER_VALUE_WEIGHTS), 4, 12))
        .containsExactly(values);
    assertThat(grown.part(PriorPart.STATE_INPUT))
        .containsExactly(BEFORE.prior().part(PriorPart.STATE_INPUT));
  }

  @Test
  void clicksFadeAsTheyDidAndByANewRelationNotAtAll() {
    float before = BEFORE.prior().part(PriorPart.PATH_RETENTION)[0];

    assertThat(GROWTH.retention()).containsExactly(1, before);
  }

  /** What was learned with them is in their units. */
  @Test
  void theScaleOfWhatWasThereStays() {
    float[] now = START.part(PriorPart.EARNED_SCALE);
    float[] before = BEFORE.prior().part(PriorPart.EARNED_SCALE);
    int perRelation = PopularityFeatures.PER_RELATION;

    float[] grown = GROWTH.grown(FeatureScale.of(now)).toArray();

    for (int half = 0; half < 2; half++) {
      int from = half * now.length / 2;
      int fromBefore = half * before.length / 2;
      for (int i = 0; i < before.length / 2; i++) {
        assertThat(grown[from + perRelation + i]).isEqualTo(before[fromBefore + i]);
      }
      assertThat(Arrays.copyOfRange(grown, from, from + perRelation))
          .containsExactly(Arrays.copyOfRange(now, from, from + perRelation));
    }
  }

  @Test
  void nothingIsKnownOfHowMuchANewRelationMatters() {
    Fisher grown = GROWTH.grown(BEFORE.state().fisher());

    assertThat(grown.part(PriorPart.PATH_SCALE)).containsExactly(0, 2);
    assertThat(grown.part(PriorPart.START_WEIGHTS)).containsExactly(2, 2, 2, 2, 0, 2, 0, 2);
  }

  private static LearnedBefore before(PriorShape shape, List<String> values) {
    return before(shape, values, List.of(DIRECTED, CLICKED));
  }

  private static LearnedBefore before(
      PriorShape shape, List<String> values, List<Relation> relations) {
    return new LearnedBefore(
        prior(shape, 1),
        relations,
        values,
        new TrainingState(
            fisher(shape), new SparseRows(new float[0][]), new BitSet(), Double.NEGATIVE_INFINITY),
        new BitSet(),
        SomeInteractions.ALL,
        1);
  }

  /** Weights: 3 + 1, what is shared, links one way, the other way, the profile. */
  @Test
  void whatWasLearnedOfDirectLinksStaysApartByDirection() {
    LearnedBefore learned = before(shape(1, true, 0, 2), List.of());
    PriorShape now = shape(2, true, 0, 2);
    Prior start = prior(now, 2);
    List<Relation> relations = List.of(ACTED, DIRECTED, CLICKED);

    Prior grown = new PriorGrowth(learned, now, relations, List.of()).grown(start);

    float[] before = learned.prior().part(PriorPart.START_WEIGHTS);
    float[] fresh = start.part(PriorPart.START_WEIGHTS);
    assertThat(Arrays.copyOfRange(grown.part(PriorPart.START_WEIGHTS), 4, 10))
        .containsExactly(fresh[4], before[4], fresh[6], before[5], fresh[8], before[6]);
  }

  /** Weights: 3 + 1, what is shared by each relation and feature, what the profile says by each. */
  @Test
  void whatWasLearnedOfAFeatureStaysBehindANewRelation() {
    Relation colour = new Relation("colour", Kind.ITEM_FEATURE);
    PriorShape now = withFeature(2);
    LearnedBefore learned =
        before(withFeature(1), List.of("a"), List.of(DIRECTED, colour, CLICKED));
    Prior start = prior(now, 2);
    List<Relation> relations = List.of(ACTED, DIRECTED, colour, CLICKED);

    Prior grown = new PriorGrowth(learned, now, relations, List.of("a")).grown(start);

    float[] before = learned.prior().part(PriorPart.START_WEIGHTS);
    float[] fresh = start.part(PriorPart.START_WEIGHTS);
    assertThat(Arrays.copyOfRange(grown.part(PriorPart.START_WEIGHTS), 4, 10))
        .containsExactly(fresh[4], before[4], before[5], fresh[7], before[6], before[7]);
    float[] earned = learned.prior().part(PriorPart.EARNED_PROJECTION);
    int ofOne = 3 * PopularityFeatures.PER_RELATION;
    assertThat(Arrays.copyOfRange(grown.part(PriorPart.EARNED_PROJECTION), ofOne, 2 * ofOne))
        .containsExactly(Arrays.copyOf(earned, ofOne));
  }

  private static PriorShape withFeature(int nodeRelations) {
    int all = nodeRelations + 1;
    int earned = PopularityFeatures.length(all);
    return new PriorShape(2, 3, all, all, false, 1, 2, InnerSolver.STEPS, 2, earned);
  }

  @Test
  void whereNoItemsWereLinkedWhatLinksSayIsNew() {
    PriorShape now = shape(1, true, 0, 2);
    Prior start = prior(now, 2);
    LearnedBefore learned = before(shape(1, 0, 2), List.of());

    Prior grown = new PriorGrowth(learned, now, List.of(DIRECTED, CLICKED), List.of()).grown(start);

    float[] fresh = start.part(PriorPart.START_WEIGHTS);
    assertThat(Arrays.copyOfRange(grown.part(PriorPart.START_WEIGHTS), 4, 7))
        .containsExactly(learned.prior().part(PriorPart.START_WEIGHTS)[4], fresh[5], fresh[6]);
  }

  @Test
  void whereUsersHadNoFeaturesTheirProfileIsNew() {
    LearnedBefore before = before(shape(1, 0, 2), List.of());
    PriorShape now = shape(1, 2, 2);
    Prior start = prior(now, 2);
    List<Relation> relations = List.of(DIRECTED, CLICKED);

    Prior grown = new PriorGrowth(before, now, relations, List.of("a", "b")).grown(start);

    assertThat(grown.part(PriorPart.START_WEIGHTS)[4])
        .isEqualTo(before.prior().part(PriorPart.START_WEIGHTS)[4]);
    assertThat(grown.part(PriorPart.START_WEIGHTS)[5])
        .isEqualTo(start.part(PriorPart.START_WEIGHTS)[5]);
  }

  @Test
  void anotherFormOfThePriorIsAnErrorThatSaysWhatDiffers() {
    assertThatThrownBy(
            () -> new PriorGrowth(BEFORE, shape(1, 2, 3), List.of(DIRECTED, CLICKED), List.of()))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("innerSteps is 2; now it would be 3");
    assertThatThrownBy(
            () -> new PriorGrowth(BEFORE, shape(1, 2, 2), List.of(ACTED, CLICKED), List.of()))
        .hasMessageContaining("DIRECTED");
  }
}
