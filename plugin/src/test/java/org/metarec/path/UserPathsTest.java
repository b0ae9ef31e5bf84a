package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPathsTest {
  private static final int ITEMS = 12;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void foldingTheClicksEqualsSummingTheKernelOverThem(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] retention = {0.5f, 0.9f, 0.75f, 1, 0.25f}; // of all but the last feature
    PathIndex index = randomIndex(random).fading(retention);
    UserPaths paths = new UserPaths(index);
    paths.set(new int[] {0, 1, 2}, new float[] {1, 0.5f, 1.25f}, new int[] {2, 1, 0});

    for (int feature = 0; feature < 6; feature++) {
      double left = feature < retention.length ? retention[feature] : 1;
      assertThat(paths.totalWeight(feature))
          .isCloseTo((float) (left * left + 0.5 * left + 1.25), within(1e-5f));
      for (int item = 3; item < ITEMS; item++) {
        double expected =
            left * left * kernel(index, feature, 0, item)
                + left * 0.5 * kernel(index, feature, 1, item)
                + 1.25 * kernel(index, feature, 2, item);
        assertThat((double) paths.value(feature, item)).isCloseTo(expected, within(1e-5));
      }
      double expected =
          left * left * kernel(index, feature, 0, 1) + 1.25 * kernel(index, feature, 2, 1);
      assertThat((double) paths.value(feature, 1) - paths.ownPart(feature, 1))
          .isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void whatFollowsAClickIsAnotherFeatureThanWhatItFollows() {
    PathIndex.Builder builder = new PathIndex.Builder(4, 4, 1, 0);
    builder.linkItems(0, 0, 1, 10); // 0 requires 1 and 2, and 1 requires 3
    builder.linkItems(0, 0, 2, 11);
    builder.linkItems(0, 1, 3, 12);
    UserPaths paths = new UserPaths(builder.build());

    paths.set(new int[] {1}, new float[] {1}, new int[1]);

    int[] items = {0, 1, 2, 3};
    assertThat(paths.values(1, items)).as("what a click leads to").containsExactly(0, 0, 0, 1);
    assertThat(paths.values(2, items)).as("half of what 0 requires").containsExactly(.5f, 0, 0, 0);
  }

  @Test
  void anItemThatSharesNothingHasExactlyZero() {
    PathIndex.Builder builder = new PathIndex.Builder(3, 3, 1, 0);
    builder.link(0, 0, 0, 10);
    builder.link(0, 1, 1, 11);
    UserPaths paths = new UserPaths(builder.build());

    paths.set(new int[] {0}, new float[] {1}, new int[1]);

    assertThat(paths.value(0, 1)).isZero();
    assertThat(paths.value(0, 2)).isZero();
  }

  @Test
  void settingNoneForgetsTheClicks() {
    PathIndex index = randomIndex(new SplittableRandom(5));
    UserPaths paths = new UserPaths(index);
    paths.set(new int[] {0}, new float[] {1}, new int[1]);
    paths.set(new int[0], new float[0], new int[0]);

    assertThat(paths.totalWeight(0)).isZero();
    for (int item = 0; item < ITEMS; item++) {
      assertThat(paths.value(0, item)).isZero();
      assertThat(paths.value(1, item)).isZero();
    }
  }

  @Test
  void clicksThatAreSetTakeThePlaceOfThoseBefore() {
    PathIndex index = randomIndex(new SplittableRandom(5));
    UserPaths again = new UserPaths(index);
    UserPaths once = new UserPaths(index);
    again.set(new int[] {0}, new float[] {1}, new int[1]);
    again.set(new int[] {1}, new float[] {1}, new int[1]);
    once.set(new int[] {1}, new float[] {1}, new int[1]);

    for (int feature = 0; feature < 6; feature++) {
      assertThat(again.totalWeight(feature)).isEqualTo(1);
      for (int item = 0; item < ITEMS; item++) {
        assertThat(again.value(feature, item)).isEqualTo(once.value(feature, item));
      }
    }
  }

  /** A number so small that arithmetic with it is slow would be worth nothing either. */
  @Test
  void theOldestOfManyClicksStillCountsAsANormalNumber() {
    PathIndex index = randomIndex(new SplittableRandom(5)).fading(new float[] {0.35f});
    UserPaths paths = new UserPaths(index);
    paths.set(new int[] {0, 1}, new float[] {1, 1}, new int[] {499, 0});

    assertThat(paths.clickWeight(0, 0)).isBetween(1e-13f, 1e-11f);
    assertThat(paths.ownPart(0, 0)).isEqualTo(paths.clickWeight(0, 0));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -0.5f, 1.01f, Float.NaN})
  void whatIsNoRetentionIsRefused(float retention) {
    PathIndex index = randomIndex(new SplittableRandom(5));

    assertThatThrownBy(() -> index.fading(new float[] {1, retention}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a retention is " + retention);
  }

  /** Relation 0 has attributes and direct links, relation 1 attributes alone. */
  private static PathIndex randomIndex(SplittableRandom random) {
    PathIndex.Builder builder = new PathIndex.Builder(ITEMS, ITEMS, 2, 0);
    for (int item = 0; item < ITEMS - 1; item++) {
      for (int link = 0; link < 3; link++) {
        builder.link(0, item, random.nextInt(6), random.nextInt(1000));
        builder.link(1, item, random.nextInt(4), random.nextInt(1000));
      }
      builder.linkItems(0, item, random.nextInt(ITEMS), random.nextInt(1000));
    }
    return builder.build();
  }

  /** As the class comments of PathRelation and UserPaths state it, without folding. */
  private static double kernel(PathIndex index, int feature, int clicked, int item) {
    PathRelation relation = index.relation(index.relationOf(feature));
    if (index.isShared(feature)) {
      return shared(relation, clicked, item);
    }
    LinkDirection direction = index.directionOf(feature);
    boolean isLinked = relation.direct().of(direction).find(clicked, item) >= 0;
    return isLinked ? 1.0 / relation.direct().of(direction.opposite()).degree(item) : 0;
  }

  private static double shared(PathRelation relation, int one, int other) {
    Links attributes = relation.attributes();
    return IntStream.range(attributes.from(one), attributes.to(one))
        .map(attributes::target)
        .filter(attribute -> attributes.find(other, attribute) >= 0)
        .mapToDouble(attribute -> relation.sharedPart(attribute, one, other))
        .sum();
  }
}
