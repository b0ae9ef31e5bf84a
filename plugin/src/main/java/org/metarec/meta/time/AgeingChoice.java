package org.metarec.meta.time;

import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.metarec.meta.popularity.ChoiceSet;
import org.metarec.meta.popularity.FadedLikes;
import org.metarec.meta.popularity.LikeHistory;
import org.metarec.meta.regression.Choice;
import org.metarec.meta.regression.PrequentialScore;
import org.metarec.triple.Progress;

/**
 * How items age: finds what ages are worth beside the rates of items, see {@link TrendJudge}. What
 * an item earned since it came is promised to go on; where most of it was earned in the first week,
 * an item of a month is liked less by now. No age is worth more than the oldest: what is learned of
 * a young item is all of its best days, and bears what being new is worth.
 */
final class AgeingChoice {
  /** A model serves for a while: what is liked next is up to so long after what it knows. */
  private static final double LAG = 1 / 64.0;

  private static final long SEED = 1;
  private static final double DEVIATION = 1;

  private final LikeHistory history;
  private final FadedLikes likes;
  private final List<ChoiceSet> cases;
  private final Ages ages;

  /**
   * @param cases to tell by, in the order of time
   */
  AgeingChoice(FadedLikes likes, List<ChoiceSet> cases) {
    this.history = likes.history();
    this.likes = likes;
    this.cases = cases;
    this.ages = Ages.longerThan(history.shortestMemory());
  }

  /**
   * By how much each item is raised; where ages do not tell, items are liked as they were.
   *
   * @return {@code float[items]}, at most 0
   */
  float[] best(Progress progress) {
    List<Choice> choices = choices(progress);
    TrendJudge judge = new TrendJudge(ages.count() - 1, DEVIATION, 0);
    if (judge.isUndecided(choices.size())) {
      return new float[history.itemCount()];
    }
    return ageing(
        PrequentialScore.firstAsGood(List.of(judge.none(choices), judge.fitted(choices))));
  }

  /**
   * At the end of all likes.
   *
   * @param worth {@code double[ages − 1]}, at most 0: of all octaves but the oldest, which has 0
   */
  private float[] ageing(double[] worth) {
    double[] byOctave = Doubles.concat(new double[1], worth);
    float[] biases = new float[history.itemCount()];
    for (int item = 0; item < biases.length; item++) {
      biases[item] = (float) byOctave[ages.octave(1 - history.arrival(item))];
    }
    return biases;
  }

  /** What was liked, by what a model of a while before knew. */
  private List<Choice> choices(Progress progress) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Choice> choices = new ArrayList<>();
    for (ChoiceSet one : cases) {
      progress.checkRunning();
      double then = one.now() - random.nextDouble(LAG);
      if (history.arrival(one.items().get(0)) < then) {
        choices.add(choice(one.items(), then));
      }
    }
    return choices;
  }

  private Choice choice(List<Integer> items, double then) {
    int[] there =
        items.stream().mapToInt(item -> item).filter(i -> history.arrival(i) < then).toArray();
    double[] offsets = Arrays.stream(there).mapToDouble(i -> likes.logRate(i, then)).toArray();
    double[] marks = new double[there.length * (ages.count() - 1)];
    for (int i = 0; i < there.length; i++) {
      ages.mark(then - history.arrival(there[i]), marks, i);
    }
    return new Choice(offsets, marks);
  }
}
