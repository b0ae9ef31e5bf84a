package org.metarec.meta.popularity;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.metarec.triple.Ascending;
import org.metarec.triple.IntPair;

/**
 * The likes of the known items of one attribute, summed up to each half day in which one of them
 * appeared: what the attribute had earned by any time is found without a walk over its items. Holds
 * a few numbers for each of these, which are as many as years where items have years. Does not
 * change but for its parts, which are made when a training first asks for them; thread-safe.
 */
final class AttributeLikes {
  /** Of more items than this, one is left out with the part that it is in, not alone. */
  private static final int MOST_ONE_BY_ONE = 8;

  /** A part has so many items, and is no larger than half of all, no smaller than a tenth. */
  private static final int PART = 25;

  private static final int MOST_PARTS = 10;
  private static final AttributeLikes[] NONE = {};

  private static final int HALF_DAYS = 732; // of a year, so that no two dates share one

  private final double[] halfDays;
  private final int[] counts;
  private final double[] logs;
  private final double[] likes;
  private final float[] best;
  private final float[] second;
  private volatile AttributeLikes[] parts = NONE;

  /**
   * @param items of the attribute; new ones are passed over, those without a year come first
   */
  static AttributeLikes of(int[] items, ItemLikes itemLikes) {
    return new AttributeLikes(known(items, itemLikes), itemLikes);
  }

  /** As good as drawn: neighbours in the order of keys are often alike. */
  private static int part(int item, int parts) {
    return new SplittableRandom(item).nextInt(parts);
  }

  /**
   * @param known by their moments
   */
  private AttributeLikes(int[] known, ItemLikes itemLikes) {
    double[] found = new double[known.length];
    int distinct = 0;
    for (int i = 0; i < known.length; i++) {
      double halfDay = halfDay(itemLikes.moment(known[i]));
      if (distinct == 0 || halfDay > found[distinct - 1]) {
        found[distinct++] = halfDay;
      }
    }
    this.halfDays = Arrays.copyOf(found, distinct);
    this.counts = new int[halfDays.length + 1];
    this.logs = new double[halfDays.length + 1];
    this.likes = new double[halfDays.length + 1];
    this.best = new float[halfDays.length + 1];
    this.second = new float[halfDays.length + 1];
    best[0] = Float.NEGATIVE_INFINITY;
    second[0] = Float.NEGATIVE_INFINITY;
    int end = 0;
    for (int item : known) {
      if (end == 0 || halfDay(itemLikes.moment(item)) > halfDays[end - 1]) {
        end++;
        copy(end - 1, end);
      }
      add(item, itemLikes, end);
    }
  }

  /**
   * By their moments, then by their numbers, so that the sums do not depend on which thread is
   * first.
   */
  private static int[] known(int[] items, ItemLikes itemLikes) {
    return IntStream.of(items)
        .filter(itemLikes::isKnown)
        .mapToLong(item -> momentThenNumber(item, itemLikes))
        .sorted()
        .mapToInt(IntPair::second)
        .toArray();
  }

  private static long momentThenNumber(int item, ItemLikes itemLikes) {
    int bits = Float.floatToIntBits((float) itemLikes.moment(item) + 0f); // −0 becomes 0
    int ascending = bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
    return IntPair.of(ascending, item);
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

  /**
   * What others had earned by the half day of a known item among them.
   *
   * @param items of the attribute, as they were given; asked for once, where they are many
   */
  Earned besides(int item, ItemLikes itemLikes, Supplier<int[]> items) {
    int end = end(itemLikes.year(item));
    if (counts[end] > MOST_ONE_BY_ONE) {
      return besidesPart(item, itemLikes, parts(itemLikes, items));
    }
    float own = itemLikes.centredLog(item);
    return new Earned(
        counts[end] - 1,
        logs[end] - own,
        likes[end] - itemLikes.likes(item),
        own == best[end] ? second[end] : best[end]);
  }

  /**
   * What all but the part of an item had earned, their likes extrapolated to all but one. Leaving
   * out the item alone would leak its likes: where attributes earned alike, the smaller the
   * remainder, the more likes the item must have.
   */
  private Earned besidesPart(int item, ItemLikes itemLikes, AttributeLikes[] all) {
    int without = part(item, all.length);
    float year = itemLikes.year(item);
    int count = 0;
    double sumOfLogs = 0;
    double sumOfLikes = 0;
    float highest = Float.NEGATIVE_INFINITY;
    for (int part = 0; part < all.length; part++) {
      if (part != without) {
        Earned earned = all[part].until(year);
        count += earned.count();
        sumOfLogs += earned.logs();
        sumOfLikes += earned.likes();
        highest = Math.max(highest, earned.best());
      }
    }
    double share = count / (counts[end(year)] - 1.0);
    return new Earned(count, sumOfLogs, count == 0 ? 0 : sumOfLikes / share, highest);
  }

  private AttributeLikes[] parts(ItemLikes itemLikes, Supplier<int[]> items) {
    if (parts.length == 0) {
      int[] known = known(items.get(), itemLikes);
      int count = Math.min(MOST_PARTS, Math.max(2, known.length / PART));
      parts =
          IntStream.range(0, count)
              .mapToObj(part -> IntStream.of(known).filter(item -> part(item, count) == part))
              .map(ofPart -> new AttributeLikes(ofPart.toArray(), itemLikes))
              .toArray(AttributeLikes[]::new);
    }
    return parts;
  }

  /** Number of half days until a time, its own among them. */
  private int end(float year) {
    return Float.isNaN(year) ? halfDays.length : Ascending.upTo(halfDay(year), halfDays);
  }

  /** Its beginning: of a million items no more are kept than there were half days. */
  private static double halfDay(double year) {
    if (Double.isInfinite(year)) {
      return year;
    }
    double whole = Math.floor(year);
    double ofYear = Math.floor((year - whole) * HALF_DAYS + 0.1); // a float is off by .04 of one
    return whole + Math.min(ofYear, HALF_DAYS - 1) / HALF_DAYS;
  }
}
