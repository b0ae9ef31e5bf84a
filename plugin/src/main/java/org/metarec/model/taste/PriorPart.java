package org.metarec.model.taste;

import com.google.errorprone.annotations.Immutable;

/**
 * The parts of a {@link Prior}: what the meta-learner learns, each a matrix of rows × columns kept
 * row by row. An item's vector has {@code width} coordinates; "+ 1" is its bias.
 */
public enum PriorPart {
  /** Mean of the known items' embeddings. Not trained. */
  EMBEDDING_MEAN("embeddingMean", false, s -> 1, s -> 2 * s.dimension()),
  /** Multiplies known items' embeddings less their mean. Not trained. */
  EMBEDDING_SCALE("embeddingScale", false, s -> 1, s -> 1),
  /** Of the items' years, see {@link YearScale}. Not trained. */
  YEAR_SCALE("yearScale", false, s -> 1, s -> YearScale.LENGTH),
  /** How often items are liked: h, for how long likes count, and a. Not trained. */
  LIKE_RATES("likeRates", false, s -> 1, s -> 2),
  /** Mean of ln(1 + likes) over the known items. Not trained. */
  LIKES_MEAN("likesMean", false, s -> 1, s -> 1),
  /**
   * A coefficient for each standardised earned number, then the constant: gives π̂. Not trained.
   */
  POPULARITY_RIDGE("popularityRidge", false, s -> 1, s -> s.earnedNumbers() + 1),
  /** Mean of each earned number over the known items, then its spread. Not trained. */
  EARNED_SCALE("earnedScale", false, s -> 2, PriorShape::earnedNumbers),
  /**
   * M: mean of {@code z zᵀ}, z being an item's vector, 1 and its bias, over the items known at the
   * last training that was no warm start. Not trained itself: it follows from what was.
   */
  ITEM_MOMENTS("itemMoments", false, s -> s.width() + 2, s -> s.width() + 2),
  /** {@link NewItemLevels}. Not trained themselves: they follow from what was. */
  NEW_ITEM_LEVEL("newItemLevel", false, s -> 1, s -> 3),
  /** τ: multiplies the vector of a new item. Not trained itself: it follows from what was. */
  NEW_ITEM_TASTE("newItemTaste", false, s -> 1, s -> 1),
  /** Vector of an item of which nothing is known. */
  ITEM_CENTRE("itemCentre", true, s -> 1, PriorShape::width),
  /** What a year adds to the vector: times t. */
  YEAR_DIRECTION("yearDirection", true, s -> 1, PriorShape::width),
  /** From an item's content to its vector. */
  CONTENT_PROJECTION("contentProjection", true, PriorShape::contentLength, PriorShape::width),
  /** From an item's standardised earned numbers to its vector. */
  EARNED_PROJECTION("earnedProjection", true, PriorShape::earnedNumbers, PriorShape::width),
  /** β, times the expected π̂, is the bias of an item of which nothing else is known. */
  EXPECTED_WEIGHT("expectedWeight", true, s -> 1, s -> 1),
  /** What having been interacted with adds to vector and bias. */
  KNOWN_CENTRE("knownCentre", true, s -> 1, s -> s.width() + 1),
  /** From a known item's embedding to its vector and bias. */
  KNOWN_PROJECTION("knownProjection", true, s -> 2 * s.dimension(), s -> s.width() + 1),
  /** ζ: times the centred log of the likes π, is added to a known item's bias. */
  POPULARITY_WEIGHT("popularityWeight", true, s -> 1, s -> 1),
  /** The weights from which a user starts. */
  START_WEIGHTS("startWeights", true, s -> 1, PriorShape::weightCount),
  /** What each value of a user feature adds to vector weights and constant. */
  USER_VALUE_WEIGHTS("userValueWeights", true, PriorShape::userValues, s -> s.width() + 1),
  /** ρ_r: path values of shared attributes are multiplied by 3·exp(ρ_r). */
  PATH_SCALE("pathScale", true, s -> 1, PriorShape::pathRelations),
  /** κ_r: they are divided by the sum of the click weights plus 3·softplus(κ_r). */
  PATH_SHRINKAGE("pathShrinkage", true, s -> 1, PriorShape::pathRelations),
  /**
   * What each later click leaves of the weight of a click, in (0, 1], for each feature of paths.
   * Not trained.
   */
  PATH_RETENTION("pathRetention", false, s -> 1, PriorShape::pathFeatures),
  /** ln α: the inner learning rate of each step and weight. */
  STEP_RATE("stepRate", true, PriorShape::innerSteps, PriorShape::weightCount),
  /** η: how much of an item's bias explains a click in the inner loop. */
  BIAS_WEIGHT("biasWeight", true, s -> 1, s -> 1),
  /** κ: 3·softplus(κ) is added to the number of clicks that the inner gradient is divided by. */
  SUPPORT_SHRINKAGE("supportShrinkage", true, s -> 1, s -> 1),
  /** λ: softplus(λ) pulls each weight back to where the user started. */
  PRIOR_PULL("priorPull", true, s -> 1, PriorShape::weightCount),
  /** Gates of the recurrent unit, from the click: reset, update, candidate side by side. */
  STATE_INPUT("stateInput", true, s -> s.width() + 1, s -> 3 * s.stateWidth()),
  /** Gates of the recurrent unit, from the state before. */
  STATE_RECURRENCE("stateRecurrence", true, PriorShape::stateWidth, s -> 3 * s.stateWidth()),
  /** Biases of {@link #STATE_INPUT}, then of {@link #STATE_RECURRENCE}. */
  STATE_BIAS("stateBias", true, s -> 2, s -> 3 * s.stateWidth()),
  /** From the last state to what is added to the starting weights. */
  STATE_OUTPUT("stateOutput", true, PriorShape::stateWidth, PriorShape::weightCount);

  /** A size that follows from the shape. */
  @Immutable
  private interface Size {
    int of(PriorShape shape);
  }

  private final String key;
  private final boolean trained;
  private final Size rows;
  private final Size columns;

  PriorPart(String key, boolean trained, Size rows, Size columns) {
    this.key = key;
    this.trained = trained;
    this.rows = rows;
    this.columns = columns;
  }

  /** The name under which the part is stored. */
  public String key() {
    return key;
  }

  /** Whether the outer loop changes it. */
  public boolean trained() {
    return trained;
  }

  public int rows(PriorShape shape) {
    return rows.of(shape);
  }

  public int columns(PriorShape shape) {
    return columns.of(shape);
  }

  public int length(PriorShape shape) {
    return rows(shape) * columns(shape);
  }

  /**
   * Values that are as many as the part has.
   *
   * @throws IllegalArgumentException if there are none, or more or fewer
   */
  float[] checked(float[] values, PriorShape shape) {
    int expected = length(shape);
    if (values == null || values.length != expected) {
      throw new IllegalArgumentException(
          "%s has %s floats, expected %d"
              .formatted(key, values == null ? "no" : values.length, expected));
    }
    return values;
  }
}
