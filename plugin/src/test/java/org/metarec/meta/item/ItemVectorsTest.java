package org.metarec.meta.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

class ItemVectorsTest {

  @Test
  void contentIsTheSumOverTheAttributesOfARelationByTheRootOfTheirNumber() {
    PriorShape shape = new PriorShape(1, 2, 2, 2, false, 0, 1, InnerSolver.STEPS, 0, 0);
    ItemContent content = new ItemContent(shape);

    content.add(0, new float[] {0, 1});
    content.add(0, new float[] {1, 2});

    float root = (float) Math.sqrt(2);
    assertThat(content.values())
        .containsExactly(new float[] {1 / root, 3 / root, 0, 0}, within(1e-6f));
  }

  @Test
  void aNewItemIsCentrePlusYearPlusContentPlusWhatWasEarnedAndIsExpected() {
    ItemVectors vectors = new ItemVectors(prior());

    // 2000 is one spread above the mean
    float[] row = vectors.ofNew(new float[] {1, 0}, new float[] {2}, 2000, 4);

    // and three times what is expected, which weighs 3
    assertThat(row)
        .containsExactly(new float[] {1 + 10 + 100 + 2 * 10_000, 3 * 3 * 4}, within(1e-4f));
  }

  @Test
  void ofANewItemTheVectorCountsAsFarAsItIsTrustedAndTheBiasAsItIs() {
    Prior half = prior().with(PriorPart.NEW_ITEM_TASTE, new float[] {0.5f});
    float[] content = {1, 0};
    float[] earned = {2};

    float[] trusted = new ItemVectors(prior()).ofNew(content, earned, 2000, 4);
    float[] row = new ItemVectors(half).ofNew(content, earned, 2000, 4);
    float[] projected = new ItemVectors(half).ofNewProjected(new float[] {100}, earned, 2000, 4);

    assertThat(row).containsExactly(trusted[0] / 2, trusted[1]);
    assertThat(projected).isEqualTo(row);
  }

  @Test
  void anUnknownYearCountsAsTheMeanYear() {
    ItemVectors vectors = new ItemVectors(prior());
    float[] nothing = new float[2];

    assertThat(vectors.ofNew(nothing, new float[1], Float.NaN, 0))
        .isEqualTo(vectors.ofNew(nothing, new float[1], 1990, 0));
  }

  @Test
  void aKnownItemAddsItsEmbeddingAndItsPopularityToTheBias() {
    ItemVectors vectors = new ItemVectors(prior());

    float[] row = vectors.ofKnown(new float[] {2}, 1990, 4, new float[] {0, 1}, 3);

    // centre + earned + known centre + embedding; expected likes weigh 3 and own ones 7
    assertThat(row)
        .containsExactly(
            new float[] {1 + 2 * 10_000 + 1000 + 70_000, 2000 + 80_000 + 3 * 4 + 7 * 3},
            within(1e-2f));
  }

  /**
   * Width 1, d = 1, one content relation, one earned number; every part a power of ten of its own.
   */
  private static Prior prior() {
    PriorShape shape = new PriorShape(1, 1, 1, 0, false, 0, 0, InnerSolver.STEPS, 0, 1);
    return new Prior(shape, part -> new float[part.length(shape)])
        .with(PriorPart.YEAR_SCALE, new float[] {1990, 10, 1900, 2100})
        .with(PriorPart.NEW_ITEM_TASTE, new float[] {1})
        .with(PriorPart.ITEM_CENTRE, new float[] {1})
        .with(PriorPart.YEAR_DIRECTION, new float[] {10})
        .with(PriorPart.CONTENT_PROJECTION, new float[] {100, 300})
        .with(PriorPart.EARNED_PROJECTION, new float[] {10_000})
        .with(PriorPart.KNOWN_CENTRE, new float[] {1000, 2000})
        .with(PriorPart.KNOWN_PROJECTION, new float[] {50_000, 60_000, 70_000, 80_000})
        .with(PriorPart.EXPECTED_WEIGHT, new float[] {3})
        .with(PriorPart.POPULARITY_WEIGHT, new float[] {7});
  }
}
