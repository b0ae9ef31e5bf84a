package org.metarec.model.kernel;

import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.TiledRows;

/** Plain loops: sums that do not wait for each other, most of which JDK 17 vectorises. */
final class PlainScanKernel implements ScanKernel {

  private static final int TILE = TiledRows.TILE;

  @Override
  public void scores(ItemTable table, float[] weights, float[] scores, int from, int to) {
    float[] values = table.tiles();
    int width = table.width();
    for (int item = from; item < to; item++) {
      scores[item] = table.biases()[item] + weights[width];
    }
    for (int item = from; item < to; item += TILE) {
      int at = item * width;
      int k = 0;
      for (; k < width - 3; k += 4) {
        addFour(values, at + k * TILE, weights, k, scores, item);
      }
      for (; k < width; k++) {
        addOne(values, at + k * TILE, weights[k], scores, item);
      }
    }
  }

  private static void addFour(
      float[] values, int at, float[] weights, int k, float[] scores, int item) {
    int second = at + TILE;
    int third = second + TILE;
    int fourth = third + TILE;
    float w0 = weights[k];
    float w1 = weights[k + 1];
    float w2 = weights[k + 2];
    float w3 = weights[k + 3];
    for (int lane = 0; lane < TILE; lane++) {
      scores[item + lane] +=
          values[at + lane] * w0
              + values[second + lane] * w1
              + values[third + lane] * w2
              + values[fourth + lane] * w3;
    }
  }

  private static void addOne(float[] values, int at, float weight, float[] scores, int item) {
    for (int lane = 0; lane < TILE; lane++) {
      scores[item + lane] += values[at + lane] * weight;
    }
  }

  @Override
  public float dot(float[] a, float[] b) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    float s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    float s8 = 0, s9 = 0, s10 = 0, s11 = 0;
    float s12 = 0, s13 = 0, s14 = 0, s15 = 0;
    int k = 0;
    for (; k < a.length - 15; k += 16) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
      s4 += a[k + 4] * b[k + 4];
      s5 += a[k + 5] * b[k + 5];
      s6 += a[k + 6] * b[k + 6];
      s7 += a[k + 7] * b[k + 7];
      s8 += a[k + 8] * b[k + 8];
      s9 += a[k + 9] * b[k + 9];
      s10 += a[k + 10] * b[k + 10];
      s11 += a[k + 11] * b[k + 11];
      s12 += a[k + 12] * b[k + 12];
      s13 += a[k + 13] * b[k + 13];
      s14 += a[k + 14] * b[k + 14];
      s15 += a[k + 15] * b[k + 15];
    }
    float rest = 0;
    for (; k < a.length; k++) {
      rest += a[k] * b[k];
    }
    float evens = ((s0 + s8) + (s4 + s12)) + ((s2 + s10) + (s6 + s14));
    float odds = ((s1 + s9) + (s5 + s13)) + ((s3 + s11) + (s7 + s15));
    return (evens + odds) + rest;
  }

  @Override
  public int firstAbove(float bound, float[] numbers, int from, int to) {
    int place = from;
    while (place < to && !(numbers[place] > bound)) {
      place++;
    }
    return place;
  }
}
