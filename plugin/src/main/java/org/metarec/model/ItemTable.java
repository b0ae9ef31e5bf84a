package org.metarec.model;

/**
 * What is learned of each item for serving: its vector, its bias, how its ratings differ from the
 * mean, and how many users interacted with it. One row is {@code float[width + 3]} in this order.
 * Not thread-safe while being filled.
 */
public final class ItemTable {
  private final int width;
  private final float[] vectors;
  private final float[] biases;
  private final float[] ratingOffsets;
  private final float[] interactions;

  public ItemTable(int width, int itemCount) {
    this.width = width;
    this.vectors = new float[itemCount * width];
    this.biases = new float[itemCount];
    this.ratingOffsets = new float[itemCount];
    this.interactions = new float[itemCount];
  }

  public int width() {
    return width;
  }

  public int itemCount() {
    return biases.length;
  }

  /** All vectors, row by row: {@code float[items · width]}; the table itself, not a copy. */
  public float[] vectors() {
    return vectors;
  }

  /** What anybody would give an item: {@code float[items]}; the table itself, not a copy. */
  public float[] biases() {
    return biases;
  }

  /** By how much an item is rated above the mean, on the scale 1 … 5; 0 without ratings. */
  public float ratingOffset(int item) {
    return ratingOffsets[item];
  }

  /** Whether nobody had interacted with the item when the model was trained. */
  public boolean isNew(int item) {
    return interactions[item] == 0;
  }

  /** One row as it is stored: {@code float[width + 3]}. */
  public float[] row(int item) {
    float[] row = new float[width + 3];
    System.arraycopy(vectors, item * width, row, 0, width);
    row[width] = biases[item];
    row[width + 1] = ratingOffsets[item];
    row[width + 2] = interactions[item];
    return row;
  }

  /**
   * Sets one row.
   *
   * @param row as {@link #row} gives it
   */
  public void setRow(int item, float[] row) {
    System.arraycopy(row, 0, vectors, item * width, width);
    biases[item] = row[width];
    ratingOffsets[item] = row[width + 1];
    interactions[item] = row[width + 2];
  }
}
