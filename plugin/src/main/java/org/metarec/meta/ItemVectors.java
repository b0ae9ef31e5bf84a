package org.metarec.meta;

import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.PriorPart;
import org.metarec.model.PriorShape;

/**
 * From what is known of an item to the vector and bias by which it is scored.
 *
 * <p>{@code [φ_i, b_i] = centre + t_i · year + f_i C + k_i (known + E_i K + [0, β π_i])}, with f_i
 * the item's content, E_i its embedding, π_i its centred log-likes and k_i = 0 for new items. A
 * year that is not known counts as the mean year, t_i = 0. Immutable.
 */
public final class ItemVectors {
  private final Prior prior;
  private final PriorShape shape;

  public ItemVectors(Prior prior) {
    this.prior = prior;
    this.shape = prior.shape();
  }

  /**
   * An item that nobody has interacted with.
   *
   * @param content {@code float[contentLength]}, see {@link ItemContent}
   * @param year in years, NaN where unknown
   * @return {@code float[width + 1]}: vector, then bias
   */
  public float[] ofNew(float[] content, float year) {
    float[] row = prior.part(PriorPart.ITEM_CENTRE).clone();
    float[] yearScale = prior.part(PriorPart.YEAR_SCALE);
    if (!Float.isNaN(year)) {
      float t = (year - yearScale[0]) / yearScale[1];
      addScaled(prior.part(PriorPart.YEAR_DIRECTION), t, row);
    }
    addProjected(content, prior.part(PriorPart.CONTENT_PROJECTION), row);
    return row;
  }

  /**
   * An item that users had interacted with when the model was trained.
   *
   * @param embedding {@code float[2d]}: the item's own RotatE row
   * @param centredLogLikes π, ln(1 + likes) less its mean over known items
   * @return {@code float[width + 1]}: vector, then bias
   */
  public float[] ofKnown(float[] content, float year, float[] embedding, float centredLogLikes) {
    float[] row = ofNew(content, year);
    addScaled(prior.part(PriorPart.KNOWN_CENTRE), 1, row);
    addProjected(embedding, prior.part(PriorPart.KNOWN_PROJECTION), row);
    row[shape.width()] += prior.number(PriorPart.POPULARITY_WEIGHT) * centredLogLikes;
    return row;
  }

  /**
   * Sets the row of an item created since the training.
   *
   * @param table with room for the item
   */
  public void setNew(ItemTable table, int item, float[] content, float year) {
    float[] row = new float[shape.width() + 3];
    System.arraycopy(ofNew(content, year), 0, row, 0, shape.width() + 1);
    table.setRow(item, row);
  }

  private void addProjected(float[] input, float[] matrix, float[] row) {
    float scale = prior.number(PriorPart.FEATURE_SCALE);
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
