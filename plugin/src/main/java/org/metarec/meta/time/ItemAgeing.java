package org.metarec.meta.time;

import java.util.List;
import org.metarec.meta.popularity.FadedLikes;
import org.metarec.meta.popularity.LikeCase;
import org.metarec.meta.popularity.LikeHistory;
import org.metarec.triple.Progress;

/**
 * How items age. What an item earned since it came is promised to go on; where most of it was
 * earned in the first week, an item of a month is liked less by now. So items of an age are
 * lowered, by their age at the end of the interactions. Immutable.
 */
public final class ItemAgeing {
  private final float[] biases;

  private ItemAgeing(float[] biases) {
    this.biases = biases;
  }

  /** Where items are liked as they were. */
  static ItemAgeing none(int itemCount) {
    return new ItemAgeing(new float[itemCount]);
  }

  /**
   * As far as it foretells what is liked next.
   *
   * @param cases to tell by, in the order of time
   */
  static ItemAgeing of(FadedLikes likes, List<LikeCase> cases, Progress progress) {
    LikeHistory history = likes.history();
    AgeingChoice choice = new AgeingChoice(likes, cases);
    double[] byOctave = choice.best(progress);
    float[] biases = new float[history.itemCount()];
    for (int item = 0; item < biases.length; item++) {
      biases[item] = (float) byOctave[choice.ages().octave(1 - history.arrival(item))];
    }
    return new ItemAgeing(biases);
  }

  /** By how much an item is raised, at most 0. */
  float ofItem(int item) {
    return biases[item];
  }
}
