package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorPart;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.triple.Progress;
import org.metarec.triple.time.InteractionSplit;
import org.metarec.triple.time.Interactions;

/** 300 users try 12 of 100 works each by chance; every second one is good. */
class RatedByChanceTest {
  private static final int WORKS = 100;

  private static boolean isEven(int work) {
    return work % 2 == 0;
  }

  /** 4 or 5 what is good, what is not 3 or 4, so that nobody dislikes it. */
  private static Interactions rated(long seed, IntPredicate isGood) {
    SplittableRandom random = new SplittableRandom(seed);
    SplittableRandom ofRatings = random.split();
    return Clicks.byChance(
        random, 300, 12, WORKS, work -> (isGood.test(work) ? 4 : 3) + ofRatings.nextInt(2));
  }

  private static MetaConfig config(Set<ModelPart> without) {
    return new MetaConfig(12, 16, 1e-2, 0.1, 5, InnerSolver.STEPS, without, 1);
  }

  /** By how much the mean bias of even works is higher; by about .1 by chance. */
  private static double lead(LearnedTaste learned) {
    ItemTable items = learned.taste().items();
    return meanBias(items, RatedByChanceTest::isEven) - meanBias(items, work -> !isEven(work));
  }

  private static double meanBias(ItemTable items, IntPredicate works) {
    return IntStream.range(0, WORKS).filter(works).mapToDouble(items::bias).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4, 5})
  void whatIsRatedBetterLiesHigher(long seed) {
    LearningInput input =
        ClicksAlone.input(ClicksAlone.splitBySix(rated(seed, RatedByChanceTest::isEven)));

    double lead = lead(LearnedExample.learn(input, config(Set.of())));
    double without = lead(LearnedExample.learn(input, config(Set.of(ModelPart.ITEM_PRIOR))));

    assertThat(lead).isGreaterThan(0.3);
    assertThat(without).isLessThan(lead / 2);
  }

  /** It often holds nothing back. What was good is not any more. */
  @Test
  void aWarmStartCountsRatingsAnewAndKeepsHowFarTheyCount() {
    InteractionSplit split = ClicksAlone.splitBySix(rated(3, RatedByChanceTest::isEven));
    LearningInput input = ClicksAlone.input(split);
    LearnedTaste full = LearnedExample.learn(input, config(Set.of()));
    LearnedBefore live = LearnedExample.before(input, full, split.training().knownItems());
    Interactions now = rated(3, work -> !isEven(work));

    LearnedTaste warm =
        LearnedExample.learn(
            new MetaLearner(
                ClicksAlone.input(ClicksAlone.split(now)),
                config(Set.of()),
                Optional.of(live),
                Progress.NONE),
            1);

    assertThat(lead(full)).isGreaterThan(0.3);
    assertThat(lead(warm)).isLessThan(-0.3);
    assertThat(warm.taste().prior().number(PriorPart.RATING_WEIGHT))
        .isEqualTo(full.taste().prior().number(PriorPart.RATING_WEIGHT))
        .isPositive();
  }
}
