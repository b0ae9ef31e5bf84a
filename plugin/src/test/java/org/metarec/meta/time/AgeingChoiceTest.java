package org.metarec.meta.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Index.atIndex;

import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.popularity.ChoiceSet;
import org.metarec.meta.popularity.FadedLikes;
import org.metarec.meta.popularity.LikeHistory;
import org.metarec.meta.popularity.LikeRates;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.RollingCatalogue;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

/** A shop whose books are read most when they are new, and then for as long as it is open. */
class AgeingChoiceTest {
  private static final double LIFE = 0.01;
  private static final double LASTING = 1 / 60.0;

  private static Interactions books(long seed) {
    return Clicks.oneByOne(RollingCatalogue.likes(LIFE, LASTING, seed));
  }

  private static double[] biases(Interactions likes) {
    LikeHistory history = new LikeHistory(likes, Progress.NONE);
    FadedLikes lasting = new FadedLikes(history, LikeRates.LASTING);
    float[] biases = new AgeingChoice(lasting, ChoiceSet.someInTime(history)).best(Progress.NONE);
    return IntStream.range(0, biases.length).mapToDouble(item -> biases[item]).toArray();
  }

  /** The mean of those of books of an age or up to twice as old. */
  private static double mean(Interactions likes, double[] biases, double age) {
    return IntStream.range(0, biases.length)
        .filter(item -> likes.arrivals().exposure(item) >= age)
        .filter(item -> likes.arrivals().exposure(item) < 2 * age)
        .mapToDouble(item -> biases[item])
        .average()
        .orElseThrow();
  }

  /** The logarithm of how often a book is read now by how often it was read until now. */
  private static double fallen(double age) {
    return Math.log(age * LASTING / (age * LASTING + LIFE));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whatWasLikedWhenItWasNewFalls(long seed) {
    Interactions likes = books(seed);
    double[] biases = biases(likes);
    double old = fallen(0.8);

    assertThat(mean(likes, biases, 1 / 2.0)).isZero();
    // 2,000 likes tell each to about .1
    assertThat(mean(likes, biases, 1 / 4.0)).isCloseTo(fallen(1.4 / 4) - old, within(0.3));
    assertThat(mean(likes, biases, 1 / 8.0)).isCloseTo(fallen(1.4 / 8) - old, within(0.3));
    assertThat(mean(likes, biases, 1 / 16.0)).isBetween(fallen(1.4 / 16) - old, -0.5);
  }

  @Test
  void whereItemsLastTheySeldomFall() {
    long lasting =
        LongStream.range(0, 10)
            .mapToObj(seed -> Clicks.oneByOne(RollingCatalogue.likes(1, 1e6, seed)))
            .filter(likes -> DoubleStream.of(biases(likes)).allMatch(bias -> bias == 0))
            .count();

    assertThat(lasting).isGreaterThanOrEqualTo(8);
  }

  @Test
  void withoutTimesNoneFalls() {
    assertThat(biases(RollingCatalogue.likes(LIFE, LASTING, 1))).containsOnly(0);
    assertThat(biases(Clicks.atOnce(books(1)))).containsOnly(0);
  }

  /** Biases of an untrained prior rise with ln(1 + likes), but for their ages. */
  @Test
  void booksBearTheirAge() {
    Interactions likes = books(1);
    MetaConfig untrained = new MetaConfig(0, 16, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    ItemTable items = LearnedExample.learn(ClicksAlone.input(likes), untrained).taste().items();
    int few = 0;
    int many = 300;
    int younger = 500;
    assertThat(biases(likes)).startsWith(0).contains(0, atIndex(many));
    double slope =
        (items.bias(many) - items.bias(few)) / (logLikes(items, many) - logLikes(items, few));
    double lasting = items.bias(few) + slope * (logLikes(items, younger) - logLikes(items, few));

    assertThat(biases(likes)[younger]).isLessThan(-0.5);
    assertThat(items.bias(younger))
        .isCloseTo((float) (lasting + biases(likes)[younger]), within(1e-3f));
  }

  private static double logLikes(ItemTable items, int item) {
    return Math.log1p(items.likes(item));
  }
}
