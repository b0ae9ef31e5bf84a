package org.metarec.model.taste;

/**
 * The sizes from which the shapes of all parts of a {@link Prior} follow.
 *
 * <p>A user's weights are {@code float[width + 1 + pathFeatures + profileRelations]}: one per
 * coordinate of an item's vector, one for the constant 1, one per feature of paths, and one for
 * each relation of the paths where users have features, for what their profile says.
 *
 * @param dimension complex coordinates d of the embeddings
 * @param width length of an item's vector
 * @param contentRelations relations whose attributes describe an item: item relations, then item
 *     features
 * @param pathRelations how many of them count in paths: all, or none; a feature has no paths to
 *     show, but items are alike by it
 * @param linksItems whether any of them links items with items
 * @param userValues values of user features
 * @param innerSteps steps of the inner loop; 0 without one
 * @param head how the inner loop is solved
 * @param stateWidth length of the recurrent state; 0 without one
 * @param earnedNumbers what an item's attributes earned with others, and its time, see {@code
 *     meta.popularity.PopularityFeatures}
 */
public record PriorShape(
    int dimension,
    int width,
    int contentRelations,
    int pathRelations,
    boolean linksItems,
    int userValues,
    int innerSteps,
    InnerSolver head,
    int stateWidth,
    int earnedNumbers) {

  /** Length of an item's content: 2d numbers a content relation. */
  public int contentLength() {
    return Math.multiplyExact(contentRelations, 2 * dimension);
  }

  /** Whether a user's weights are adapted. */
  public boolean adapts() {
    return head != InnerSolver.STEPS || innerSteps > 0;
  }

  /**
   * Features of paths: of what items share, one a relation; where any links items, of what each
   * leads to and of what leads there, see {@code path.PathIndex}.
   */
  public int pathFeatures() {
    return pathFeatures(linksItems);
  }

  /** As many as there would be if items were linked, or were not. */
  public int pathFeatures(boolean areLinked) {
    return areLinked ? 3 * pathRelations : pathRelations;
  }

  /** Relations by which a user's profile speaks: all of the paths, or none. */
  public int profileRelations() {
    return userValues > 0 ? pathRelations : 0;
  }

  /** Length of a user's weights. */
  public int weightCount() {
    return width + 1 + pathFeatures() + profileRelations();
  }
}
