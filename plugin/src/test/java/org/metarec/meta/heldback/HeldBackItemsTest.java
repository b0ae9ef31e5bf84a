package org.metarec.meta.heldback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearningInput;
import org.metarec.model.taste.InnerSolver;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;

class HeldBackItemsTest {
  private static final MetaConfig CONFIG =
      new MetaConfig(12, 16, 1e-2, 0.1, 5, InnerSolver.STEPS, Set.of(), 1);

  /** New users are another matter. */
  @Test
  void whatAUserDidFirstIsNotForetold() {
    InteractionSplit split = ClicksAlone.splitBySix(LearnedExample.INPUT.interactions());
    double[] first = new double[split.heldBack().size()];
    Arrays.fill(first, -1); // all others were at 0
    InteractionSplit heldBackFirst =
        new InteractionSplit(split.training(), Clicks.at(split.heldBack(), first));

    assertThat(
            LearnedExample.learn(withSplit(LearnedExample.INPUT, heldBackFirst), CONFIG).metrics())
        .isEmpty();
  }

  private static LearningInput withSplit(LearningInput input, InteractionSplit split) {
    return new LearningInput(
        input.triples(),
        input.relations(),
        input.entities(),
        split,
        input.unread(),
        input.paths(),
        input.userFeatures(),
        input.itemTimes());
  }

  @Test
  void whoLikesADirectorIsForetoldBetterThanByPopularity() {
    LearningInput input = LearnedExample.INPUT;

    Map<String, Double> metrics =
        LearnedExample.learn(withSplit(input, ClicksAlone.splitBySix(input.interactions())), CONFIG)
            .metrics();

    assertThat(metrics.get(HeldBackItems.HITS))
        .isGreaterThan(metrics.get(HeldBackItems.POPULARITY_HITS) + 0.2)
        .isLessThanOrEqualTo(1);
    assertThat(metrics.get(HeldBackItems.COUNT)).isGreaterThan(30);
  }

  /**
   * 300 users click 12 of 200 items by chance: the tenth part is a hit, with a deviation of .012.
   */
  @Test
  void chanceIsNotForetold() {
    Interactions clicks = Clicks.byChance(new SplittableRandom(3), 300, 12, 200, item -> Float.NaN);

    Map<String, Double> metrics = metrics(clicks);

    assertThat(metrics.get(HeldBackItems.HITS)).isCloseTo(0.1, within(0.05));
    assertThat(metrics.get(HeldBackItems.POPULARITY_HITS)).isCloseTo(0.1, within(0.05));
  }

  private static Map<String, Double> metrics(Interactions clicks) {
    LearningInput input = ClicksAlone.input(ClicksAlone.splitBySix(clicks));
    return LearnedExample.learn(input, CONFIG).metrics();
  }

  /**
   * Of 25 items ten are liked, by three of ten users each; the others have six, who dislike them.
   */
  @Test
  void whatManyDislikeIsNotPopular() {
    int users = 100;
    int liked = 3;
    int ofUser = 12;
    SplittableRandom random = new SplittableRandom(3);
    int[] rated =
        IntStream.range(0, users)
            .flatMap(
                user ->
                    IntStream.concat(
                        random.ints(0, 10).distinct().limit(liked),
                        random.ints(10, 25).distinct().limit(ofUser - liked)))
            .toArray();
    float[] ratings = new float[rated.length];
    for (int i = 0; i < rated.length; i++) {
      ratings[i] = rated[i] < 10 ? 5 : 1;
    }
    int[] offsets = IntStream.rangeClosed(0, users).map(user -> user * ofUser).toArray();

    Map<String, Double> metrics = metrics(Clicks.withoutTimes(25, offsets, rated, ratings));

    assertThat(metrics.get(HeldBackItems.POPULARITY_HITS)).isEqualTo(1);
  }

  /** A rating of 1 does not say what should be recommended. */
  @Test
  void whereNoLikeIsHeldBackNothingIsSaid() {
    Interactions clicks = LearnedExample.INPUT.interactions();
    InteractionSplit split = ClicksAlone.splitBySix(clicks);
    Interactions disliked =
        Clicks.withoutTimes(
            clicks.itemCount(),
            IntStream.rangeClosed(0, clicks.userCount()).map(user -> Math.min(user, 1)).toArray(),
            new int[] {split.heldBack().item(0, 0)},
            new float[] {1});
    LearningInput input =
        withSplit(
            LearnedExample.INPUT, new InteractionSplit(split.training(), Clicks.atOnce(disliked)));

    assertThat(LearnedExample.learn(input, CONFIG).metrics()).isEmpty();
  }
}
