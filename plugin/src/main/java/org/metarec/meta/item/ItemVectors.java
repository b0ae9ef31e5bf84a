package org.metarec.meta.item;

import java.util.Arrays;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.YearScale;

/**
 * From what is known of an item to the vector and bias by which it is scored.
 *
 * <p>With {@code φ = centre + t_i · year + g_i G} a new item has {@code [τ (φ + f_i C), 3 β π̂_i +
 * ℓ]}, ℓ the level of new items for users with many clicks, a known one {@code [φ, β π̂_i] + known
 * + Ẽ_i K + [0, ζ π_i]}; g_i is what the item's attributes earned, f_i its content, π̂_i its
 * expected and π_i its own centred log-likes, and Ẽ_i its embedding, centred and scaled. What is
 * learned of a known item alone comes on top ({@code ItemOffsets}), and what is liked lately, which
 * content holds where attributes are projected one by one. A year that is not known counts as the
 * mean year, t_i = 0. Immutable.
 */
public final class ItemVectors {
  /**
   * Tasks that treat known items as new learn too small a weight for the expected likes. Chosen on
   * held-back items; why it helps is not known for certain.
   */
  static final float NEW_ITEM_FACTOR = 3;

  private final Prior prior;
  private final PriorShape shape;
  private final YearScale yearScale;

  public ItemVectors(Prior prior) {
    this.prior = prior;
    this.shape = prior.shape();
    this.yearScale = YearScale.of(prior.part(PriorPart.YEAR_SCALE));
  }

  public int width() {
    return shape.width();
  }

  /**
   * An item without interactions.
   *
   * @param content {@code float[contentLength]}, see {@link ItemContent}
   * @param earned {@code float[earnedNumbers]}, standardised
   * @param year in years, NaN where unknown
   * @param expectedLikes π̂, the centred ln(1 + likes) to expect
   * @return {@code float[width + 1]}: vector, then bias
   */
  public float[] ofNew(float[] content, float[] earned, float year, float expectedLikes) {
    float[] row = commonOfNew(earned, year, expectedLikes);
    addProjected(content, prior.part(PriorPart.CONTENT_PROJECTION), shape.width(), row);
    return trusted(row);
  }

  /**
   * The same of an item whose attributes were projected one by one.
   *
   * @param content {@code float[width + 1]}, see {@link ContentVector}
   */
  float[] ofNewProjected(float[] content, float[] earned, float year, float expectedLikes) {
    float[] row = commonOfNew(earned, year, expectedLikes);
    addScaled(content, 1, row);
    return trusted(row);
  }

  /** The vector times τ. */
  private float[] trusted(float[] row) {
    float factor = prior.number(PriorPart.NEW_ITEM_TASTE);
    for (int k = 0; k < shape.width(); k++) {
      row[k] *= factor;
    }
    return row;
  }

  private float[] commonOfNew(float[] earned, float year, float expectedLikes) {
    float[] row = common(earned, year, NEW_ITEM_FACTOR * expectedLikes);
    row[shape.width()] += NewItemLevels.of(prior).cameSince();
    return row;
  }

  /**
   * What the content of one relation adds to a vector, before τ.
   *
   * @param content {@code float[2d]}
   * @return {@code float[width]}
   */
  public float[] projected(int relation, float[] content) {
    float[] projection = prior.part(PriorPart.CONTENT_PROJECTION);
    int block = content.length * shape.width();
    float[] ofRelation = Arrays.copyOfRange(projection, relation * block, (relation + 1) * block);
    float[] vector = new float[shape.width()];
    addProjected(content, ofRelation, vector.length, vector);
    return vector;
  }

  /** Of all items, known or not. */
  private float[] common(float[] earned, float year, float expectedLikes) {
    float[] row = Arrays.copyOf(prior.part(PriorPart.ITEM_CENTRE), shape.width() + 1);
    addScaled(prior.part(PriorPart.YEAR_DIRECTION), yearScale.standard(year), row);
    addProjected(earned, prior.part(PriorPart.EARNED_PROJECTION), shape.width(), row);
    row[shape.width()] = prior.number(PriorPart.EXPECTED_WEIGHT) * expectedLikes;
    return row;
  }

  /**
   * An item that users had interacted with when the model was trained.
   *
   * @param standardEmbedding Ẽ, {@code float[2d]}
   * @param centredLogLikes π, ln(1 + likes) less its mean over known items
   * @return {@code float[width + 1]}: vector, then bias
   */
  public float[] ofKnown(
      float[] earned,
      float year,
      float expectedLikes,
      float[] standardEmbedding,
      float centredLogLikes) {
    float[] row = common(earned, year, expectedLikes);
    addScaled(prior.part(PriorPart.KNOWN_CENTRE), 1, row);
    addProjected(standardEmbedding, prior.part(PriorPart.KNOWN_PROJECTION), row.length, row);
    row[shape.width()] += prior.number(PriorPart.POPULARITY_WEIGHT) * centredLogLikes;
    return row;
  }

  private static void addProjected(float[] input, float[] matrix, int columns, float[] row) {
    for (int i = 0; i < input.length; i++) {
      float x = input[i];
      for (int j = 0; j < columns && x != 0; j++) {
        row[j] += x * matrix[i * columns + j];
      }
    }
  }

  private static void addScaled(float[] direction, float factor, float[] row) {
    for (int j = 0; j < direction.length; j++) {
      row[j] += factor * direction[j];
    }
  }
}
