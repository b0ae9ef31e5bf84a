package org.metarec.meta.rating;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metarec.triple.Offsets;
import org.metarec.triple.time.Interactions;

/**
 * Ratings as compressed sparse rows, a row a user or, transposed, a row an item; each less the mean
 * of all. Plain clicks are left out. Immutable.
 */
final class RatingRows {
  private final int columnCount;
  private final int[] offsets;
  private final int[] columns;
  private final float[] values;

  private RatingRows(int columnCount, int[] offsets, int[] columns, float[] values) {
    this.columnCount = columnCount;
    this.offsets = offsets;
    this.columns = columns;
    this.values = values;
  }

  /** A row a user. */
  static RatingRows of(Interactions interactions, double mean) {
    int[] offsets = new int[interactions.userCount() + 1];
    int[] columns = new int[interactions.size()];
    float[] values = new float[interactions.size()];
    int count = 0;
    for (int user = 0; user < interactions.userCount(); user++) {
      for (int position = 0; position < interactions.size(user); position++) {
        float rating = interactions.rating(user, position);
        if (!Float.isNaN(rating)) {
          columns[count] = interactions.item(user, position);
          values[count++] = (float) (rating - mean);
        }
      }
      offsets[user + 1] = count;
    }
    return new RatingRows(
        interactions.itemCount(),
        offsets,
        Arrays.copyOf(columns, count),
        Arrays.copyOf(values, count));
  }

  /** The same ratings by column; within a row in the order of the rows here. */
  RatingRows transposed() {
    int[] turnedOffsets = Offsets.of(columnCount, IntStream.of(columns));
    int[] next = turnedOffsets.clone();
    int[] rows = new int[columns.length];
    float[] turned = new float[columns.length];
    for (int row = 0; row < rowCount(); row++) {
      for (int k = from(row); k < to(row); k++) {
        int place = next[columns[k]]++;
        rows[place] = row;
        turned[place] = values[k];
      }
    }
    return new RatingRows(rowCount(), turnedOffsets, rows, turned);
  }

  private int rowCount() {
    return offsets.length - 1;
  }

  /** Of the values: the variance of all ratings. */
  double meanSquare() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum / values.length;
  }

  int size() {
    return columns.length;
  }

  int size(int row) {
    return offsets[row + 1] - offsets[row];
  }

  /** First rating of a row; its ratings are {@code from(row) <= k < to(row)}. */
  int from(int row) {
    return offsets[row];
  }

  int to(int row) {
    return offsets[row + 1];
  }

  int column(int rating) {
    return columns[rating];
  }

  /** On the scale 1 … 5, less the mean of all ratings. */
  float value(int rating) {
    return values[rating];
  }
}
