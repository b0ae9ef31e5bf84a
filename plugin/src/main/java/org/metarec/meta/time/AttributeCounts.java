package org.metarec.meta.time;

import java.util.function.IntConsumer;
import org.metarec.meta.feature.ItemAttributes;
import org.metarec.meta.popularity.LikeRates;

/**
 * What the likes of each attribute's items count lately and ever, as time goes on. Both fade, the
 * first ones faster. Not thread-safe.
 */
final class AttributeCounts {
  /** So many likes lately as expected are added to those that were. */
  private static final double SHRINKAGE = 10;

  private final ItemAttributes attributes;
  private final LikeRates lately;
  private final LikeRates ever;
  private final double[] recent; // of attributes, and of all likes
  private final double[] lasting;
  private final double[] moments;

  AttributeCounts(ItemAttributes attributes, LikeRates lately, LikeRates ever) {
    this.attributes = attributes;
    this.lately = lately;
    this.ever = ever;
    this.recent = new double[attributes.count() + 1];
    this.lasting = new double[attributes.count() + 1];
    this.moments = new double[attributes.count() + 1];
  }

  /**
   * Adds a like.
   *
   * @param now not before those that were added
   */
  void add(int item, double now) {
    IntConsumer count =
        which -> {
          fade(which, now);
          recent[which]++;
          lasting[which]++;
        };
    attributes.forEach(item, count);
    count.accept(attributes.count());
  }

  private void fade(int which, double now) {
    double age = now - moments[which];
    recent[which] *= lately.weight(age);
    lasting[which] *= ever.weight(age);
    moments[which] = now;
  }

  /**
   * {@code ln((c + n) / (c + n̂))}: n what its likes count lately, n̂ what they would if its share
   * of all likes were what it is ever.
   */
  double lift(int attribute, double now) {
    int all = attributes.count();
    fade(attribute, now);
    fade(all, now);
    double expected = lasting[all] == 0 ? 0 : recent[all] * lasting[attribute] / lasting[all];
    return Math.log((SHRINKAGE + recent[attribute]) / (SHRINKAGE + expected));
  }

  /** By relation, see {@link ItemAttributes#sums}. */
  double[] lifts(int item, double now) {
    return attributes.sums(item, attribute -> lift(attribute, now));
  }
}
