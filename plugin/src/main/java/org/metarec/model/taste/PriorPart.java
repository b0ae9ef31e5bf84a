package org.metarec.model.taste;

/**
 * The parts of a {@link Prior}: what the meta-learner learns, each a matrix of rows × columns kept
 * row by row. An item's vector has {@code width} coordinates; "+ 1" is its bias.
 */
public enum PriorPart {
  /** Mean of the known items' embeddings. Not trained. */
  EMBEDDING_MEAN("embeddingMean", false, Axis.ONE, Axis.EMBEDDING),
  /** Multiplies known items' embeddings less their mean. Not trained. */
  EMBEDDING_SCALE("embeddingScale", false, Axis.ONE, Axis.ONE),
  /** Of the items' years, see {@link YearScale}. Not trained. */
  YEAR_SCALE("yearScale", false, Axis.ONE, Axis.YEAR_NUMBERS),
  /** How often items are liked: h, for how long likes count, and a. Not trained. */
  LIKE_RATES("likeRates", false, Axis.ONE, Axis.TWO),
  /** Mean of ln(1 + likes) over the known items. Not trained. */
  LIKES_MEAN("likesMean", false, Axis.ONE, Axis.ONE),
  /**
   * A coefficient for each standardised earned number, then the constant: gives π̂. Not trained.
   */
  POPULARITY_RIDGE("popularityRidge", false, Axis.ONE, Axis.EARNED_AND_ONE),
  /** Mean of each earned number over the known items, then its spread. Not trained. */
  EARNED_SCALE("earnedScale", false, Axis.TWO, Axis.EARNED),
  /**
   * M: mean of {@code z zᵀ}, z being an item's vector, 1 and its bias, over the items known at the
   * last training that was no warm start. Not trained itself: it follows from what was.
   */
  ITEM_MOMENTS("itemMoments", false, Axis.VECTOR_ONE_AND_BIAS, Axis.VECTOR_ONE_AND_BIAS),
  /** {@link NewItemLevels}. Not trained themselves: they follow from what was. */
  NEW_ITEM_LEVEL("newItemLevel", false, Axis.ONE, Axis.THREE),
  /** τ: multiplies the vector of a new item. Not trained itself: it follows from what was. */
  NEW_ITEM_TASTE("newItemTaste", false, Axis.ONE, Axis.ONE),
  /**
   * ω: times how much better than others it is rated, is added to a known item's bias; fitted by
   * the last training that was no warm start. Not trained itself: it follows from what was.
   */
  RATING_WEIGHT("ratingWeight", false, Axis.ONE, Axis.ONE),
  /** Vector of an item of which nothing is known. */
  ITEM_CENTRE("itemCentre", true, Axis.ONE, Axis.VECTOR),
  /** What a year adds to the vector: times t. */
  YEAR_DIRECTION("yearDirection", true, Axis.ONE, Axis.VECTOR),
  /** From an item's content to its vector. */
  CONTENT_PROJECTION("contentProjection", true, Axis.CONTENT, Axis.VECTOR),
  /** From an item's standardised earned numbers to its vector. */
  EARNED_PROJECTION("earnedProjection", true, Axis.EARNED, Axis.VECTOR),
  /** β, times the expected π̂, is the bias of an item of which nothing else is known. */
  EXPECTED_WEIGHT("expectedWeight", true, Axis.ONE, Axis.ONE),
  /** What having been interacted with adds to vector and bias. */
  KNOWN_CENTRE("knownCentre", true, Axis.ONE, Axis.VECTOR_AND_BIAS),
  /** From a known item's embedding to its vector and bias. */
  KNOWN_PROJECTION("knownProjection", true, Axis.EMBEDDING, Axis.VECTOR_AND_BIAS),
  /** ζ: times the centred log of the likes π, is added to a known item's bias. */
  POPULARITY_WEIGHT("popularityWeight", true, Axis.ONE, Axis.ONE),
  /** The weights from which a user starts. */
  START_WEIGHTS("startWeights", true, Axis.ONE, Axis.WEIGHTS),
  /** What each value of a user feature adds to vector weights and constant. */
  USER_VALUE_WEIGHTS("userValueWeights", true, Axis.USER_VALUES, Axis.VECTOR_AND_BIAS),
  /** ρ_r: path values of shared attributes are multiplied by 3·exp(ρ_r). */
  PATH_SCALE("pathScale", true, Axis.ONE, Axis.PATH_RELATIONS),
  /** κ_r: they are divided by the sum of the click weights plus 3·softplus(κ_r). */
  PATH_SHRINKAGE("pathShrinkage", true, Axis.ONE, Axis.PATH_RELATIONS),
  /**
   * What each later click leaves of the weight of a click, in (0, 1], for each feature of paths.
   * Not trained.
   */
  PATH_RETENTION("pathRetention", false, Axis.ONE, Axis.PATH_FEATURES),
  /** ln α: the inner learning rate of each step and weight. */
  STEP_RATE("stepRate", true, Axis.STEPS, Axis.WEIGHTS),
  /** η: how much of an item's bias explains a click in the inner loop. */
  BIAS_WEIGHT("biasWeight", true, Axis.ONE, Axis.ONE),
  /** κ: 3·softplus(κ) is added to the number of clicks that the inner gradient is divided by. */
  SUPPORT_SHRINKAGE("supportShrinkage", true, Axis.ONE, Axis.ONE),
  /** λ: softplus(λ) pulls each weight back to where the user started. */
  PRIOR_PULL("priorPull", true, Axis.ONE, Axis.WEIGHTS),
  /** Gates of the recurrent unit, from the click: reset, update, candidate side by side. */
  STATE_INPUT("stateInput", true, Axis.VECTOR_AND_BIAS, Axis.GATES),
  /** Gates of the recurrent unit, from the state before. */
  STATE_RECURRENCE("stateRecurrence", true, Axis.STATE, Axis.GATES),
  /** Biases of {@link #STATE_INPUT}, then of {@link #STATE_RECURRENCE}. */
  STATE_BIAS("stateBias", true, Axis.TWO, Axis.GATES),
  /** From the last state to what is added to the starting weights. */
  STATE_OUTPUT("stateOutput", true, Axis.STATE, Axis.WEIGHTS);

  private final String key;
  private final boolean trained;
  private final Axis rows;
  private final Axis columns;

  PriorPart(String key, boolean trained, Axis rows, Axis columns) {
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

  public Axis rows() {
    return rows;
  }

  public Axis columns() {
    return columns;
  }

  public int length(PriorShape shape) {
    return rows.length(shape) * columns.length(shape);
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
