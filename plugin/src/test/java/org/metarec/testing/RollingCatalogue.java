package org.metarec.testing;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.triple.time.Interactions;

/**
 * Likes of items that come one by one, a third of them before the first like, at rates of an
 * exponential distribution that fade as the items age, all or in part. Each like is of another
 * user, in the order in which they follow on one another.
 */
public final class RollingCatalogue {
  public static final int ITEMS = 600;
  public static final int LIKES = 12_000;

  private final double[] rates = new double[ITEMS];
  private final double life;
  private final double lasting;

  private RollingCatalogue(double life, double lasting, SplittableRandom random) {
    this.life = life;
    this.lasting = lasting;
    Arrays.setAll(rates, item -> -Math.log(1 - random.nextDouble()));
  }

  /**
   * Draws all likes, without times.
   *
   * @param life after so long, as a share of the time of all likes, an item is liked 1/e as often
   */
  public static Interactions likes(double life, long seed) {
    return likes(life, 0, seed);
  }

  /**
   * Draws all likes, without times.
   *
   * @param life after so long, as a share of the time of all likes, 1/e of what fades is left
   * @param lasting what does not fade, a multiple of what fades
   */
  public static Interactions likes(double life, double lasting, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RollingCatalogue catalogue = new RollingCatalogue(life, lasting, random);
    int[] items =
        IntStream.range(0, LIKES).map(i -> catalogue.draw(i / (double) LIKES, random)).toArray();
    return Clicks.oneEach(ITEMS, items);
  }

  private int draw(double now, SplittableRandom random) {
    double[] weights = IntStream.range(0, ITEMS).mapToDouble(item -> rate(item, now)).toArray();
    double left = random.nextDouble(Arrays.stream(weights).sum());
    int item = 0;
    while (item < ITEMS - 1 && left >= weights[item]) {
      left -= weights[item++];
    }
    return item;
  }

  private double rate(int item, double now) {
    double age = now - 1.5 * item / ITEMS + 0.5;
    return age < 0 ? 0 : rates[item] * (lasting + Math.exp(-age / life));
  }
}
