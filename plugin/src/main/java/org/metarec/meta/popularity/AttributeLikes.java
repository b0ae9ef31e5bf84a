package org.metarec.meta.popularity;

import java.util.Arrays;

/**
 * The likes of the known items of one attribute, summed up to each moment at which one of them
 * appeared: what the attribute had earned by any time is found without a walk over its items. Holds
 * a few numbers a moment, of which there are as many as years where items have years. Immutable.
 */
final class AttributeLikes {
  private final double[] moments;
  private final int[] counts;
  private final double[] logs;
  private final double[] likes;
  private final float[] best;
  private final float[] second;

  /**
   * @param items of the attribute; new ones are passed over, those without a year come first
   */
  AttributeLikes(int[] items, ItemLikes itemLikes) {
    int[] known = known(items, itemLikes);
    sort(known, itemLikes);
    double[] found = new double[known.length];
    int distinct = 0;
    for (int i = 0; i < known.length; i++) {
      double moment = itemLikes.moment(known[i]);
      if (distinct == 0 || moment > found[distinct - 1]) {
        found[distinct++] = moment;
      }
    }
    this.moments = Arrays.copyOf(found, distinct);
    this.counts = new int[moments.length + 1];
    this.logs = new double[moments.length + 1];
    this.likes = new double[moments.length + 1];
    this.best = new float[moments.length + 1];
    this.second = new float[moments.length + 1];
    best[0] = Float.NEGATIVE_INFINITY;
    second[0] = Float.NEGATIVE_INFINITY;
    int end = 0;
    for (int item : known) {
      if (end == 0 || itemLikes.moment(item) > moments[end - 1]) {
        end++;
        copy(end - 1, end);
      }
      add(item, itemLikes, end);
    }
  }

  private static int[] known(int[] items, ItemLikes itemLikes) {
    int[] known = new int[items.length];
    int count = 0;
    for (int item : items) {
      if (itemLikes.isKnown(item)) {
        known[count++] = item;
      }
    }
    return Arrays.copyOf(known, count);
  }

  /** By their moments, then by their numbers, so that the sums are the same whoever is first. */
  private static void sort(int[] items, ItemLikes itemLikes) {
    long[] keys = new long[items.length];
    for (int i = 0; i < items.length; i++) {
      int bits = Float.floatToIntBits((float) itemLikes.moment(items[i]) + 0f); // −0 becomes 0
      int ascending = bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
      keys[i] = ((long) ascending << Integer.SIZE) | items[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < items.length; i++) {
      items[i] = (int) keys[i];
    }
  }

  private void copy(int from, int to) {
    counts[to] = counts[from];
    logs[to] = logs[from];
    likes[to] = likes[from];
    best[to] = best[from];
    second[to] = second[from];
  }

  private void add(int item, ItemLikes itemLikes, int at) {
    float log = itemLikes.centredLog(item);
    counts[at]++;
    logs[at] += log;
    likes[at] += itemLikes.likes(item);
    second[at] = Math.max(second[at], Math.min(best[at], log));
    best[at] = Math.max(best[at], log);
  }

  /**
   * What some items earned.
   *
   * @param count how many items
   * @param logs sum of their centred ln(1 + likes)
   * @param likes sum of their likes
   * @param best largest centred ln(1 + likes); −∞ without items
   */
  record Earned(int count, double logs, double likes, float best) {}

  /**
   * What all items had earned by a time.
   *
   * @param year NaN for all time
   */
  Earned until(float year) {
    int end = end(year);
    return new Earned(counts[end], logs[end], likes[end], best[end]);
  }

  /** What all had earned by the year of a known item among them, without that item. */
  Earned besides(int item, ItemLikes itemLikes) {
    int end = end(itemLikes.year(item));
    float own = itemLikes.centredLog(item);
    return new Earned(
        counts[end] - 1,
        logs[end] - own,
        likes[end] - itemLikes.likes(item),
        own == best[end] ? second[end] : best[end]);
  }

  private int end(float year) {
    return Float.isNaN(year) ? moments.length : momentsUntil(year);
  }

  /** Number of moments in a year or before. */
  private int momentsUntil(double year) {
    int low = 0;
    int high = moments.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (moments[middle] <= year) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
