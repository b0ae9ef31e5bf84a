package org.metarec.model.rating;

/**
 * The parts of a {@link RatingPrior}. A row of a user or an item is its {@code width} factors, then
 * its offset.
 */
public enum RatingPart {
  /** σ², the variance of a rating around its prediction; one number. */
  NOISE("noise"),
  /**
   * What a user's row is expected to be: a common row, then one for each user value to be added.
   */
  USER_MEANS("userMeans"),
  /** How sure that expectation is: (width + 1)² numbers, symmetric, positive definite. */
  USER_PRECISION("userPrecision"),
  /** The mean row of rated items. */
  ITEM_CENTRE("itemCentre"),
  /** Of the items' years, see {@link org.metarec.model.taste.YearScale}. */
  YEAR_SCALE("yearScale"),
  /** By relation: 1 if its few attributes have effects of their own, 0 if their means are used. */
  FEW_ATTRIBUTES("fewAttributes"),
  /** Mean of each content number over rated items, then its spread. */
  CONTENT_SCALE("contentScale"),
  /** From the standardised content to a row: first the row of the mean content. */
  CONTENT_WEIGHTS("contentWeights");

  private final String key;

  RatingPart(String key) {
    this.key = key;
  }

  /** The name under which the part is stored. */
  public String key() {
    return key;
  }
}
