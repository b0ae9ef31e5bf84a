package org.metarec.meta.popularity;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.metarec.meta.regression.Recency;
import org.metarec.model.item.ItemTable;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

/**
 * How many users had liked each item when the model was trained, or would have if it had been there
 * all the time, as far as likes still count, and when the items appeared. The arrays are taken
 * over. Immutable.
 */
public final class ItemLikes {
  private final float[] likes;
  private final ItemTimes times;
  private final double mean;

  /**
   * @param likes {@code float[items]}: NaN or below 0 for an item without interactions
   * @param times when the items appeared
   * @param mean of ln(1 + likes) over the known items
   */
  private ItemLikes(float[] likes, ItemTimes times, double mean) {
    this.likes = likes;
    this.times = times;
    this.mean = mean;
  }

  /**
   * Of the whole time, see {@link Exposure}.
   *
   * @param rates how often items are liked
   * @param itemTimes when the items appeared
   */
  public static ItemLikes of(Interactions interactions, LikeRates rates, ItemTimes itemTimes) {
    BitSet known = interactions.knownItems();
    float[] untilNow = rates.likes(interactions);
    for (int item = 0; item < untilNow.length; item++) {
      untilNow[item] = known.get(item) ? untilNow[item] : Float.NaN;
    }
    float[] likes = new Exposure(interactions.arrivals(), rates).wholeTime(untilNow);
    double mean = known.stream().mapToDouble(item -> Math.log1p(likes[item])).average().orElse(0);
    return new ItemLikes(likes, itemTimes, (float) mean); // as it is stored
  }

  /**
   * What a table holds of them, without an overlay. Rows that are set later have to be of new
   * items.
   *
   * @param mean as at training
   */
  public static ItemLikes of(ItemTable table, double mean) {
    return new ItemLikes(table.likes(), new ItemTimes(table.years()), mean);
  }

  /** The same likes, centred around another mean. */
  public ItemLikes around(double otherMean) {
    return new ItemLikes(likes, times, otherMean);
  }

  /** See {@link Recency#of(ItemTimes, int[], double, double)}: that of the known items. */
  Recency recency(double memory, double least) {
    return Recency.of(times, known(), memory, least);
  }

  /** The items that have interactions, ascending. */
  public int[] known() {
    return IntStream.range(0, likes.length).filter(this::isKnown).toArray();
  }

  /** Mean of ln(1 + likes) over the known items. */
  public double mean() {
    return mean;
  }

  public boolean isKnown(int item) {
    return item < likes.length && likes[item] >= 0;
  }

  /** How many users liked an item, or would have in the whole time; 0 for a new one. */
  public float likes(int item) {
    return isKnown(item) ? likes[item] : 0;
  }

  /** ln(1 + likes) less its mean over known items; 0 for a new item. */
  public float centredLog(int item) {
    return isKnown(item) ? (float) (Math.log1p(likes[item]) - mean) : 0;
  }

  /** In years, NaN where unknown. */
  float year(int item) {
    return times.year(item);
  }

  /** The same, −∞ where unknown. */
  double moment(int item) {
    float year = times.year(item);
    return Float.isNaN(year) ? Double.NEGATIVE_INFINITY : year;
  }
}
