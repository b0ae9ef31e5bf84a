package org.metarec.model;

import java.util.Arrays;

/**
 * What is learned of each item for serving: its vector, its bias, how its ratings differ from the
 * mean, how many users interacted with it, how many of them liked it, and its year. One row is
 * {@code float[width + 5]} in this order. Not thread-safe while being filled.
 */
public final class ItemTable {
  private final int width;
  private final float[] vectors;
  private final float[] biases;
  private final float[] ratingOffsets;
  private final float[] interactions;
  private final float[] likes;
  private final float[] years;

  public ItemTable(int width, int itemCount) {
    this.width = width;
    this.vectors = new float[itemCount * width];
    this.biases = new float[itemCount];
    this.ratingOffsets = new float[itemCount];
    this.interactions = new float[itemCount];
    this.likes = new float[itemCount];
    this.years = new float[itemCount];
  }

  /** Length of a row. */
  public static int rowLength(int width) {
    return width + 5;
  }

  /**
   * A row of its parts.
   *
   * @param vectorAndBias {@code float[width + 1]}
   * @param year NaN where unknown
   */
  public static float[] rowOf(
      float[] vectorAndBias, float ratingOffset, float interactions, float likes, float year) {
    int width = vectorAndBias.length - 1;
    float[] row = Arrays.copyOf(vectorAndBias, rowLength(width));
    row[width + 1] = ratingOffset;
    row[width + 2] = interactions;
    row[width + 3] = likes;
    row[width + 4] = year;
    return row;
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

  /** How many users had liked the item when the model was trained. */
  public float likes(int item) {
    return likes[item];
  }

  /** When the item appeared, in years; NaN where unknown. */
  public float year(int item) {
    return years[item];
  }

  /** One row as it is stored: {@code float[width + 5]}. */
  public float[] row(int item) {
    float[] row = new float[rowLength(width)];
    System.arraycopy(vectors, item * width, row, 0, width);
    row[width] = biases[item];
    row[width + 1] = ratingOffsets[item];
    row[width + 2] = interactions[item];
    row[width + 3] = likes[item];
    row[width + 4] = years[item];
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
    likes[item] = row[width + 3];
    years[item] = row[width + 4];
  }
}
