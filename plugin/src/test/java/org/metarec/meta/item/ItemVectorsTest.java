package org.metarec.meta.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metarec.model.embedding.Rotation;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

class ItemVectorsTest {
  private static final float QUARTER = (float) (Math.PI / 2);

  @Test
  void contentTurnsEachAttributeToTheItemAndDividesByTheRootOfTheirNumber() {
    PriorShape shape = new PriorShape(1, 2, 2, 2, 0, 1, Head.STEPS, 0, 0);
    ItemContent content = new ItemContent(shape);

    Rotation quarter = new Rotation(new float[] {QUARTER});
    content.add(0, quarter.turn(new float[] {1, 0})); // 1 turned on: i
    content.add(0, quarter.turnBack(new float[] {0, 1})); // i turned back: 1

    float root = (float) Math.sqrt(2);
    assertThat(content.values())
        .containsExactly(new float[] {1 / root, 1 / root, 0, 0}, within(1e-6f));
  }

  @Test
  void aNewItemIsCentrePlusYearPlusContentPlusWhatIsExpected() {
    ItemVectors vectors = new ItemVectors(prior());

    // scale 2, so the content counts 0.5 · 2 = 1 and 0; 2000 is one spread above the mean
    float[] row = vectors.ofNew(new float[] {0.5f, 0}, 2000, 4);

    // and three times what is expected, which weighs 3
    assertThat(row).containsExactly(new float[] {1 + 10 + 100, 3 * 3 * 4}, within(1e-4f));
  }

  @Test
  void anUnknownYearCountsAsTheMeanYear() {
    ItemVectors vectors = new ItemVectors(prior());
    float[] nothing = new float[2];

    assertThat(vectors.ofNew(nothing, Float.NaN, 0)).isEqualTo(vectors.ofNew(nothing, 1990, 0));
  }

  @Test
  void aKnownItemAddsItsEmbeddingAndItsPopularityToTheBias() {
    ItemVectors vectors = new ItemVectors(prior());

    float[] row = vectors.ofKnown(new float[2], 1990, 4, new float[] {1, 2.25f}, 3);

    // centre + known centre + a difference of 0 and 0.25 · 4; expected likes weigh 3 and own ones 7
    assertThat(row)
        .containsExactly(
            new float[] {1 + 1000 + 70_000, 2000 + 80_000 + 3 * 4 + 7 * 3}, within(1e-2f));
  }

  /** Width 1, d = 1, one content relation; every part a power of ten of its own. */
  private static Prior prior() {
    PriorShape shape = new PriorShape(1, 1, 1, 0, 0, 0, Head.STEPS, 0, 0);
    return new Prior(shape, part -> new float[part.length(shape)])
        .with(PriorPart.FEATURE_SCALE, new float[] {2})
        .with(PriorPart.YEAR_SCALE, new float[] {1990, 10})
        .with(PriorPart.EMBEDDING_MEAN, new float[] {1, 2})
        .with(PriorPart.EMBEDDING_SCALE, new float[] {4})
        .with(PriorPart.ITEM_CENTRE, new float[] {1})
        .with(PriorPart.YEAR_DIRECTION, new float[] {10})
        .with(PriorPart.CONTENT_PROJECTION, new float[] {100, 300})
        .with(PriorPart.KNOWN_CENTRE, new float[] {1000, 2000})
        .with(PriorPart.KNOWN_PROJECTION, new float[] {50_000, 60_000, 70_000, 80_000})
        .with(PriorPart.EXPECTED_WEIGHT, new float[] {3})
        .with(PriorPart.POPULARITY_WEIGHT, new float[] {7});
  }
}
