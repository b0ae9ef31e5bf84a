package org.metarec.meta.item;

import java.util.Arrays;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.model.taste.YearScale;

/**
 * From what is known of an item to the vector and bias by which it is scored.
 *
 * <p>A new item has {@code [φ_i, b_i] = [centre + t_i · year + f_i C, 3 β π̂_i]}, a known one
 * {@code [centre + t_i · year + f_i C, β π̂_i] + known + Ẽ_i K + [0, ζ π_i]}, with f_i the item's
 * content, π̂_i its expected and π_i its own centred log-likes, and Ẽ_i its embedding less the
 * mean, scaled to a spread of 1. What is learned of a known item alone comes on top ({@code
 * ItemParts}). A year that is not known counts as the mean year, t_i = 0. Immutable.
 */
public final class ItemVectors {
  /**
   * Tasks that treat known items as new learn too small a weight for the expected likes: their
   * content was learned together with their clicks, so it tells more of them than of new items.
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

  /**
   * An item that nobody has interacted with.
   *
   * @param content {@code float[contentLength]}, see {@link ItemContent}
   * @param year in years, NaN where unknown
   * @param expectedLikes π̂, the centred ln(1 + likes) to expect
   * @return {@code float[width + 1]}: vector, then bias
   */
  public float[] ofNew(float[] content, float year, float expectedLikes) {
    return ofContent(content, year, NEW_ITEM_FACTOR * expectedLikes);
  }

  /**
   * The same of an item whose attributes were projected one by one.
   *
   * @param content {@code float[width]}, see {@link ContentVector}
   */
  float[] ofNewProjected(float[] content, float year, float expectedLikes) {
    float[] vector = centre(year);
    addScaled(content, 1, vector);
    return withBias(vector, NEW_ITEM_FACTOR * expectedLikes);
  }

  private float[] ofContent(float[] content, float year, float expectedLikes) {
    float[] vector = centre(year);
    float scale = prior.number(PriorPart.FEATURE_SCALE);
    addProjected(content, scale, prior.part(PriorPart.CONTENT_PROJECTION), vector);
    return withBias(vector, expectedLikes);
  }

  private float[] centre(float year) {
    float[] vector = prior.part(PriorPart.ITEM_CENTRE).clone();
    addScaled(prior.part(PriorPart.YEAR_DIRECTION), yearScale.standard(year), vector);
    return vector;
  }

  private float[] withBias(float[] vector, float expectedLikes) {
    float[] row = Arrays.copyOf(vector, shape.width() + 1);
    row[shape.width()] = prior.number(PriorPart.EXPECTED_WEIGHT) * expectedLikes;
    return row;
  }

  /**
   * An item that users had interacted with when the model was trained.
   *
   * @param embedding {@code float[2d]}: the item's own RotatE row
   * @param centredLogLikes π, ln(1 + likes) less its mean over known items
   * @return {@code float[width + 1]}: vector, then bias
   */
  public float[] ofKnown(
      float[] content, float year, float expectedLikes, float[] embedding, float centredLogLikes) {
    float[] row = ofContent(content, year, expectedLikes);
    addScaled(prior.part(PriorPart.KNOWN_CENTRE), 1, row);
    float[] mean = prior.part(PriorPart.EMBEDDING_MEAN);
    float[] difference = new float[embedding.length];
    for (int j = 0; j < embedding.length; j++) {
      difference[j] = embedding[j] - mean[j];
    }
    float scale = prior.number(PriorPart.EMBEDDING_SCALE);
    addProjected(difference, scale, prior.part(PriorPart.KNOWN_PROJECTION), row);
    row[shape.width()] += prior.number(PriorPart.POPULARITY_WEIGHT) * centredLogLikes;
    return row;
  }

  private static void addProjected(float[] input, float scale, float[] matrix, float[] row) {
    for (int i = 0; i < input.length; i++) {
      float x = input[i] * scale;
      for (int j = 0; j < row.length && x != 0; j++) {
        row[j] += x * matrix[i * row.length + j];
      }
    }
  }

  private static void addScaled(float[] direction, float factor, float[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] += factor * direction[j];
    }
  }
}
