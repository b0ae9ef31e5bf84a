package org.metarec.model.item;

import java.util.Arrays;

/**
 * What is learned of each item for serving: its vector, in half precision ({@link HalfFloat}), its
 * bias, its likes of the whole time as far as they count, and its year. One row is {@code
 * float[width + 3]} in this order.
 *
 * <p>A base, or a base with an overlay of rows that came or changed since it was filled, see {@link
 * #with}: the base is shared by all tables that differ from it in a few rows. Not thread-safe while
 * being filled.
 */
public final class ItemTable {
  /** In place of the likes of an item that had long been there at the training, unclicked. */
  public static final float NOBODY = -1;

  /** In place of the likes of one that came since, or had just come then and was unclicked. */
  public static final float CAME_SINCE = -2;

  private static final int[] NONE = {};

  private final int width;
  private final int itemCount;
  private final short[] vectors;
  private final ScanParts scanParts;
  private final float[] biases;
  private final float[] likes;
  private final float[] years;
  private final int[] changed;
  private final ItemTable overlay;

  /** All items new, with vectors of zeros. */
  public ItemTable(int width, int itemCount) {
    this.width = width;
    this.itemCount = itemCount;
    this.vectors = new short[Math.multiplyExact(itemCount, width)];
    this.scanParts = new ScanParts();
    this.biases = new float[itemCount];
    this.likes = new float[itemCount];
    Arrays.fill(likes, CAME_SINCE);
    this.years = new float[itemCount];
    this.changed = NONE;
    this.overlay = this;
  }

  private ItemTable(ItemTable base, int itemCount, int[] changed, ItemTable overlay) {
    this.width = base.width;
    this.itemCount = itemCount;
    this.vectors = base.vectors;
    this.scanParts = base.scanParts;
    this.biases = base.biases;
    this.likes = base.likes;
    this.years = base.years;
    this.changed = changed;
    this.overlay = overlay;
  }

  /**
   * The base of this table with an overlay.
   *
   * @param itemCount of the base and all rows after it
   * @param changed items with a row in the overlay, ascending; all beyond the base among them
   * @param overlay the row of {@code changed[p]} at p
   */
  public ItemTable with(int itemCount, int[] changed, ItemTable overlay) {
    return new ItemTable(this, itemCount, changed.clone(), overlay);
  }

  /** Length of a row. */
  public static int rowLength(int width) {
    return width + 3;
  }

  /**
   * A row of its parts, as {@link #row} gives it: with a vector that is rounded.
   *
   * @param vectorAndBias {@code float[width + 1]}
   * @param likes its likes, {@link #NOBODY} or {@link #CAME_SINCE}
   * @param year NaN where unknown
   */
  public static float[] rowOf(float[] vectorAndBias, float likes, float year) {
    int width = vectorAndBias.length - 1;
    float[] row = Arrays.copyOf(vectorAndBias, rowLength(width));
    for (int k = 0; k < width; k++) {
      row[k] = HalfFloat.toFloat(HalfFloat.of(row[k]));
    }
    row[width + 1] = likes;
    row[width + 2] = year;
    return row;
  }

  public int width() {
    return width;
  }

  public int itemCount() {
    return itemCount;
  }

  /**
   * The vectors of the base for a first look; made and kept when they are first asked for, which
   * must be after the base has been filled.
   *
   * @param tile how many rows lie together; those of one tile are kept
   */
  public CoarseRows coarse(int tile) {
    return scanParts.coarse(vectors, width, biases.length, tile);
  }

  /** What is added to the score of an item of the base: {@code float[base]}; not a copy. */
  public float[] biases() {
    return biases;
  }

  /** The likes of each item of the base; below 0 where it is new; not a copy. */
  public float[] likes() {
    return likes;
  }

  /** The new items of the base, when it has been filled: ascending; not a copy. */
  public int[] newOfBase() {
    return scanParts.newItems(likes);
  }

  /** When an item of the base appeared, in years, NaN where unknown; not a copy. */
  public float[] years() {
    return years;
  }

  public void copyVector(int item, float[] to, int at) {
    short[] rows = rowsOf(item).vectors;
    int from = placeOf(item) * width;
    for (int k = 0; k < width; k++) {
      to[at + k] = HalfFloat.toFloat(rows[from + k]);
    }
  }

  /** Copies the vector of an item to the beginning of an array. */
  public void copyVector(int item, double[] to) {
    short[] rows = rowsOf(item).vectors;
    int at = placeOf(item) * width;
    for (int k = 0; k < width; k++) {
      to[k] = HalfFloat.toFloat(rows[at + k]);
    }
  }

  /** The vector of an item; a copy. */
  public float[] vector(int item) {
    float[] vector = new float[width];
    copyVector(item, vector, 0);
    return vector;
  }

  /** {@code Σ_k w_k φ_ik}, summed in double. */
  public double dot(int item, float[] weights) {
    return rowsOf(item).dotOfBase(placeOf(item), weights);
  }

  private double dotOfBase(int item, float[] weights) {
    int at = item * width;
    double sum = 0;
    for (int k = 0; k < width; k++) {
      sum += (double) weights[k] * HalfFloat.toFloat(vectors[at + k]);
    }
    return sum;
  }

  /**
   * {@code b_i + w_1 + Σ_k w_k φ_ik} of several items, which costs less than one by one.
   *
   * @param items ascending
   * @param weights {@code float[≥ width + 1]}
   */
  public double[] scores(int[] items, float[] weights) {
    double[] scores = new double[items.length];
    int place = 0;
    for (int i = 0; i < items.length; i++) {
      while (place < changed.length && changed[place] < items[i]) {
        place++;
      }
      boolean isChanged = place < changed.length && changed[place] == items[i];
      ItemTable rows = isChanged ? overlay : this;
      int row = isChanged ? place : items[i];
      scores[i] = rows.biases[row] + (weights[width] + rows.dotOfBase(row, weights));
    }
    return scores;
  }

  /** What is added to the score of an item, whoever is scored. */
  public float bias(int item) {
    return rowsOf(item).biases[placeOf(item)];
  }

  /** Whether the item had no interactions when the model was trained. */
  public boolean isNew(int item) {
    return likes(item) < 0;
  }

  /** Whether its likes are {@link #CAME_SINCE}. */
  public boolean cameSince(int item) {
    return likes(item) == CAME_SINCE;
  }

  /** The likes of an item; below 0 where it is new. */
  public float likes(int item) {
    return rowsOf(item).likes[placeOf(item)];
  }

  private ItemTable rowsOf(int item) {
    return placeInOverlay(item) < 0 ? this : overlay;
  }

  private int placeOf(int item) {
    int place = placeInOverlay(item);
    return place < 0 ? item : place;
  }

  private int placeInOverlay(int item) {
    return changed.length == 0 ? -1 : Arrays.binarySearch(changed, item);
  }

  /** One row: {@code float[width + 3]}; stored as a {@link PackedRow}. */
  public float[] row(int item) {
    float[] row = new float[rowLength(width)];
    copyVector(item, row, 0);
    row[width] = bias(item);
    row[width + 1] = likes(item);
    row[width + 2] = rowsOf(item).years[placeOf(item)];
    return row;
  }

  /**
   * Sets one row of the base; the numbers of the vector are rounded.
   *
   * @param row as {@link #row} gives it
   */
  public void setRow(int item, float[] row) {
    for (int k = 0; k < width; k++) {
      vectors[item * width + k] = HalfFloat.of(row[k]);
    }
    biases[item] = row[width];
    likes[item] = row[width + 1];
    years[item] = row[width + 2];
  }
}
