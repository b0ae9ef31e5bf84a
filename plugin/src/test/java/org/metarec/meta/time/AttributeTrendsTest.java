package org.metarec.meta.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.LearnedTaste;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.PathIndex;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.RollingCatalogue;
import org.metarec.triple.Progress;
import org.metarec.triple.Relation;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemArrivals;

/** A shop with a department for the winter and one for the summer, in the winter. */
class AttributeTrendsTest {
  private static final int KNOWN = 2000; // most have so few likes that their own tell no season
  private static final int NEW_FOR_WINTER = KNOWN;
  private static final int NEW_FOR_SUMMER = KNOWN + 1;
  private static final int LIKES = 9_000; // in two years that end with the winter
  private static final int WINTER = 0;
  private static final int SUMMER = 1;

  /** Items by turns are of the one department and of the other. */
  private static int department(int item) {
    return item % 2;
  }

  /**
   * One like a user, one after the other.
   *
   * @param season by how much the winter's share of them is more than a half at its height
   */
  private static Interactions likes(double season, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] items =
        IntStream.range(0, LIKES)
            .map(
                like -> {
                  double share = 0.5 + season * Math.cos(4 * Math.PI * like / LIKES);
                  int department = random.nextDouble() < share ? WINTER : SUMMER;
                  double place = Math.pow(random.nextDouble(), 5); // some are liked much more
                  return 2 * (int) (KNOWN * place / 2) + department;
                })
            .toArray();
    return Clicks.oneEach(KNOWN + 2, items);
  }

  private static LearningInput input(Interactions likes) {
    LearningInput alone = ClicksAlone.input(likes);
    PathIndex.Builder paths = new PathIndex.Builder(alone.itemCount(), alone.itemCount(), 1, 0);
    for (int item = 0; item < alone.itemCount(); item++) {
      paths.link(0, item, department(item), item);
    }
    return new LearningInput(
        alone.triples(),
        List.of(
            new Relation("IN", Relation.Kind.ITEM_RELATION),
            new Relation("LIKED", Relation.Kind.INTERACTION)),
        alone.entities(),
        alone.split(),
        alone.unread(),
        paths.build(),
        alone.userFeatures(),
        alone.itemTimes());
  }

  private static MetaConfig untrained(ModelPart... without) {
    return new MetaConfig(0, 16, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(without), 1);
  }

  /** By how much each department raises items. */
  private static float[] biases(Interactions likes) {
    return trends(likes).attributes().biases();
  }

  private static Trends trends(Interactions likes) {
    LearningInput input = input(likes);
    int earned = PopularityFeatures.length(1);
    PriorShape shape = new PriorShape(1, 2, 1, 1, false, 0, 0, InnerSolver.STEPS, 0, earned);
    ItemFeatures features =
        new ItemFeatures(input, shape, untrained(), Optional.empty(), Progress.NONE);
    return Trends.of(features.itemAttributes(), likes, features.likeRates(), Progress.NONE);
  }

  private static LearnedTaste learned(Interactions likes, ModelPart... without) {
    return LearnedExample.learn(input(likes), untrained(without));
  }

  /** The same for new items, as it is stored. */
  private static float bias(LearnedTaste learned, int department) {
    float[] row = learned.attributes().row(KNOWN + 2 + department).orElseThrow();
    return row[row.length - 1];
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whatIsInSeasonRisesAndTheRestFalls(long seed) {
    float[] biases = biases(Clicks.oneByOne(likes(0.45, seed)));

    assertThat(biases[WINTER]).isBetween(0.3f, (float) Math.log(0.95 / 0.5));
    assertThat(biases[SUMMER]).isBetween((float) Math.log(0.05 / 0.5), -0.6f);
  }

  /** Beside what they bear where likes have no times, and all else is the same. */
  @Test
  void itemsBearWhatTheirAttributesSay() {
    LearnedTaste learned = learned(Clicks.oneByOne(likes(0.45, 1)));
    LearnedTaste withoutTimes = learned(likes(0.45, 1));
    double trend = bias(learned, WINTER) - bias(learned, SUMMER);

    assertThat(more(learned, NEW_FOR_WINTER, NEW_FOR_SUMMER))
        .isCloseTo(more(withoutTimes, NEW_FOR_WINTER, NEW_FOR_SUMMER) + trend, within(0.1));
    assertThat(more(learned, 0, 1)).as("known").isGreaterThan(more(withoutTimes, 0, 1) + trend / 2);
  }

  /** The bias of one item less that of another. */
  private static double more(LearnedTaste learned, int one, int other) {
    ItemTable items = learned.taste().items();
    return items.bias(one) - items.bias(other);
  }

  @Test
  void withoutSeasonsThereAreSeldomAny() {
    long calm =
        LongStream.range(0, 10)
            .filter(seed -> biases(Clicks.oneByOne(likes(0, seed)))[WINTER] == 0)
            .count();

    assertThat(calm).isGreaterThanOrEqualTo(8);
  }

  @Test
  void withoutTimesThereAreNone() {
    assertThat(biases(likes(0.45, 1))).containsOnly(0);
    assertThat(biases(Clicks.atOnce(likes(0.45, 1)))).containsOnly(0);
  }

  /** The like with which an item comes tells nothing of what it competes with. */
  @Test
  void whereNothingIsLikedTwiceThereAreNone() {
    Interactions once = Clicks.oneEach(KNOWN, IntStream.range(0, KNOWN).toArray());
    assertThat(biases(Clicks.oneByOne(once))).containsOnly(0);
  }

  /** New items, and known ones that are taken for new, have not earned what ages take away. */
  @Test
  void onlyKnownItemsBearTheirAge() {
    Trends trends = trends(Clicks.oneByOne(RollingCatalogue.likes(0.01, 1 / 60.0, 1)));
    int young = 500;

    assertThat(trends.ofNew(young)).isEqualTo(trends.attributes().ofItem(young));
    assertThat(trends.ofKnown(young)).isLessThan(trends.ofNew(young) - 0.5f);
  }

  /** The second time is the one that is kept, and the first says when the item came. */
  @Test
  void whereEachItemHasOneUserThereAreNone() {
    int[] items = IntStream.range(0, KNOWN).toArray();
    int[] offsets = IntStream.rangeClosed(0, KNOWN).toArray();
    float[] ratings = new float[KNOWN];
    Arrays.fill(ratings, Float.NaN);
    double[] again = IntStream.range(KNOWN, 2 * KNOWN).asDoubleStream().toArray();
    double[] all = IntStream.range(0, 2 * KNOWN).asDoubleStream().toArray();
    ItemArrivals arrivals = ItemArrivals.of(KNOWN, Ints.concat(items, items), all);

    assertThat(biases(new Interactions(offsets, items, ratings, again, arrivals))).containsOnly(0);
  }

  /** What is lately is then all that counts. */
  @Test
  void whereLikesFadeFastThereAreNone() {
    assertThat(biases(Clicks.oneByOne(RollingCatalogue.likes(0.02, 1)))).containsOnly(0);
  }

  @Test
  void theyArePartOfWhatIsExpectedOfItems() {
    Interactions likes = Clicks.oneByOne(likes(0.45, 1));

    assertThat(bias(learned(likes, ModelPart.ITEM_PRIOR), WINTER)).isZero();
  }
}
