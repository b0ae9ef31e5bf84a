package org.metarec.meta.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.Learned;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.input.LearningInput;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.ItemTable;
import org.metarec.path.PathIndex;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedTaste;
import org.metarec.triple.Relation;
import org.metarec.triple.time.Interactions;

/** A shop with a department for the winter and one for the summer, in the winter. */
class AttributeTrendsTest {
  private static final int KNOWN = 2000; // most have so few likes that their own tell no season
  private static final int NEW_FOR_WINTER = KNOWN;
  private static final int NEW_FOR_SUMMER = KNOWN + 1;
  private static final int LIKES = 9_000; // in two years that end with the winter
  private static final int WINTER = 0;

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
                  int department = random.nextDouble() < share ? WINTER : 1;
                  double place = Math.pow(random.nextDouble(), 5); // some are liked much more
                  return 2 * (int) (KNOWN * place / 2) + department;
                })
            .toArray();
    return Clicks.oneEach(KNOWN + 2, items);
  }

  private static Learned learned(Interactions likes, ModelPart... without) {
    LearningInput alone = ClicksAlone.input(likes);
    PathIndex.Builder paths = new PathIndex.Builder(alone.itemCount(), 1);
    for (int item = 0; item < alone.itemCount(); item++) {
      paths.link(0, item, department(item), item);
    }
    LearningInput input =
        new LearningInput(
            alone.triples(),
            List.of(
                new Relation("IN", Relation.Kind.ITEM_RELATION),
                new Relation("LIKED", Relation.Kind.INTERACTION)),
            0,
            alone.entities(),
            alone.split(),
            paths.build(),
            alone.userFeatures(),
            alone.itemTimes());
    return LearnedTaste.learn(
        input, new MetaConfig(0, 16, 1e-3, 0.1, 1, Head.STEPS, Set.of(without), 1));
  }

  /** By how much a department raises new items. */
  private static double bias(Learned learned, int department) {
    float[] row = learned.attributes().row(KNOWN + 2 + department).orElseThrow();
    return row[row.length - 1];
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whatIsInSeasonRisesAndTheRestFalls(long seed) {
    Learned learned = learned(Clicks.oneByOne(likes(0.45, seed)));

    assertThat(bias(learned, WINTER)).isBetween(0.3, Math.log(0.95 / 0.5));
    assertThat(bias(learned, 1)).isBetween(Math.log(0.05 / 0.5), -0.6);
  }

  /** Beside what they bear where likes have no times, and all else is the same. */
  @Test
  void itemsBearWhatTheirAttributesSay() {
    Learned learned = learned(Clicks.oneByOne(likes(0.45, 1)));
    Learned withoutTimes = learned(likes(0.45, 1));
    double trend = bias(learned, WINTER) - bias(learned, 1);

    assertThat(more(learned, NEW_FOR_WINTER, NEW_FOR_SUMMER))
        .isCloseTo(more(withoutTimes, NEW_FOR_WINTER, NEW_FOR_SUMMER) + trend, within(0.1));
    assertThat(more(learned, 0, 1)).as("known").isGreaterThan(more(withoutTimes, 0, 1) + trend / 2);
  }

  /** The bias of one item less that of another. */
  private static double more(Learned learned, int one, int other) {
    ItemTable items = learned.taste().items();
    return items.bias(one) - items.bias(other);
  }

  private static boolean hasTrends(Learned learned) {
    return bias(learned, WINTER) != 0;
  }

  @Test
  void withoutSeasonsThereAreSeldomAny() {
    long calm =
        LongStream.range(0, 3)
            .filter(seed -> !hasTrends(learned(Clicks.oneByOne(likes(0, seed)))))
            .count();

    assertThat(calm).isGreaterThanOrEqualTo(2);
  }

  @Test
  void withoutTimesThereAreNone() {
    assertThat(hasTrends(learned(likes(0.45, 1)))).isFalse();
    assertThat(hasTrends(learned(Clicks.atOnce(likes(0.45, 1))))).isFalse();
  }

  @Test
  void theyArePartOfWhatIsExpectedOfItems() {
    Interactions likes = Clicks.oneByOne(likes(0.45, 1));

    assertThat(hasTrends(learned(likes))).isTrue();
    assertThat(hasTrends(learned(likes, ModelPart.ITEM_PRIOR))).isFalse();
  }
}
