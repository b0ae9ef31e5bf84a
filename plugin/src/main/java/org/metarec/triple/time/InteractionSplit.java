package org.metarec.triple.time;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.metarec.triple.RandomOrder;
import org.metarec.triple.TripleSplit;

/**
 * Interactions to learn from, and some held back to see how well they are foretold.
 *
 * @param training to learn from
 * @param heldBack of the same users, with other items
 */
public record InteractionSplit(Interactions training, Interactions heldBack) {
  /** What users do next is more like what they did lately. */
  private static final double LATELY = 0.75;

  /** How many are held back at most, if a share of all is to be: no more than 1,000. */
  public static int most(Interactions all, double share) {
    return (int) Math.min(TripleSplit.MOST_HELD_BACK, share * all.size());
  }

  /**
   * Holds back some of what the embeddings cannot know, at random, of the latest quarter of the
   * pairs, or of all where most have no time. But an item keeps an interaction, and the one with
   * which it came: it is not taken for a new one, or for one that came later.
   *
   * @param most so many are held back, if there are so many
   */
  public static InteractionSplit of(Interactions all, UnseenPairs unseen, int most, long seed) {
    double since = all.clockOfPairs().momentOf(LATELY);
    int[] left = all.usersPerItem();
    BitSet places = new BitSet(all.size());
    int place = 0;
    for (int user = 0; user < all.userCount(); user++) {
      for (int position = 0; position < all.size(user); position++, place++) {
        int item = all.item(user, position);
        double moment = all.moment(user, position);
        boolean isArrival = all.hasMoment(user, position) && moment == all.arrivals().moment(item);
        if (moment >= since && !isArrival && left[item] > 1 && unseen.has(user, item)) {
          places.set(place);
          left[item]--;
        }
      }
    }
    places = some(places, most, new SplittableRandom(seed));
    Interactions heldBack = all.select(places);
    places.flip(0, all.size());
    return new InteractionSplit(all.select(places), heldBack);
  }

  private static BitSet some(BitSet places, int most, SplittableRandom random) {
    int[] all = places.stream().toArray();
    BitSet some = new BitSet(places.length());
    int[] order = RandomOrder.of(all.length, random);
    for (int i = 0; i < Math.min(most, order.length); i++) {
      some.set(all[order[i]]);
    }
    return some;
  }
}
