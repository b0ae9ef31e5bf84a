package org.metarec.meta.popularity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.triple.RandomOrder;

/**
 * Something that was liked, and what it competed with: items drawn from all that were there.
 *
 * @param now when it was liked, from 0 to 1
 * @param items the first was liked
 */
public record ChoiceSet(double now, List<Integer> items) {
  private static final int MOST = 2000;
  private static final int RIVALS = 50;
  private static final long SEED = 1;

  public ChoiceSet {
    items = List.copyOf(items);
  }

  /**
   * Some of the later half of all likes, but for those with which items came; the same ones for the
   * same history.
   */
  static List<ChoiceSet> some(LikeHistory history) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] later =
        IntStream.range(0, history.size())
            .filter(like -> history.moment(like) >= 0.5)
            .filter(like -> history.arrival(history.item(like)) < history.moment(like))
            .toArray();
    RandomOrder.shuffle(later, random);
    return IntStream.of(later).limit(MOST).mapToObj(like -> drawn(history, like, random)).toList();
  }

  /** The same, in the order of time. */
  public static List<ChoiceSet> someInTime(LikeHistory history) {
    return some(history).stream().sorted(Comparator.comparingDouble(ChoiceSet::now)).toList();
  }

  private static ChoiceSet drawn(LikeHistory history, int like, SplittableRandom random) {
    double now = history.moment(like);
    List<Integer> items = new ArrayList<>(List.of(history.item(like)));
    random
        .ints(RIVALS, 0, history.there(now))
        .forEach(rival -> items.add(history.likedByArrival()[rival]));
    return new ChoiceSet(now, items);
  }
}
