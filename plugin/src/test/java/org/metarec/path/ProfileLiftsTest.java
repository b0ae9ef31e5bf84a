package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileLiftsTest {
  private static final int ITEMS = 20;
  private static final int ATTRIBUTES = 7;
  private static final int VALUES = 3;

  @Test
  void anItemWithOneAttributeIsWorthTheLiftsOfTheUsersValues() {
    PathIndex.Builder links = new PathIndex.Builder(3, 3, 1, 0);
    links.link(0, 0, 0, 1);
    links.link(0, 1, 1, 2);
    ProfileLifts.Builder lifts = new ProfileLifts.Builder(1, VALUES);
    lifts.add(0, 0, 0, 1.5f);
    lifts.add(0, 2, 0, -0.25f);
    lifts.add(0, 1, 0, 100);

    UserPaths paths = lifts.build().pathsOf(links.build(), List.of(0, 2));

    assertThat(paths.value(0, 0)).isCloseTo(1.25f, within(1e-6f));
    assertThat(lifts.build().sum(0, new int[] {0, 2}, 0)).isEqualTo(1.25f);
    assertThat(lifts.build().sum(0, new int[] {0, 2}, 1)).isZero();
    assertThat(paths.value(0, 1)).isZero();
    assertThat(paths.value(0, 2)).isZero();
  }

  @Test
  void ofVeryManyTheStrongestCount() {
    PathIndex.Builder links = new PathIndex.Builder(2, 2, 1, 0);
    ProfileLifts.Builder lifts = new ProfileLifts.Builder(1, 1);
    links.link(0, 0, 2999, 1);
    for (int attribute = 0; attribute < 3000; attribute++) {
      lifts.add(0, 0, attribute, attribute % 2 == 0 ? attribute : -attribute);
    }

    ProfileLifts built = lifts.build();

    assertThat(built.pathsOf(links.build(), List.of(0)).value(0, 0))
        .isCloseTo(-2999, within(1e-2f));
    assertThat(built.sum(0, new int[] {0}, 2700)).isEqualTo(2700);
    assertThat(built.sum(0, new int[] {0}, 1999)).isZero();
  }

  /** As after its last link of a relation went, while it has one of another. */
  @Test
  void whatNoItemOfARelationHasAnyMoreCountsForNothing() {
    PathIndex.Builder links = new PathIndex.Builder(2, 2, 2, 0);
    links.link(0, 0, 0, 1);
    links.link(1, 0, 5, 2);
    ProfileLifts.Builder lifts = new ProfileLifts.Builder(2, 1);
    lifts.add(0, 0, 0, 1);
    lifts.add(0, 0, 5, 1);

    UserPaths paths = lifts.build().pathsOf(links.build(), List.of(0));

    assertThat(paths.value(0, 0)).isCloseTo(1, within(1e-6f));
    assertThat(paths.value(1, 0)).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void attributesCountByTheRootOfTheirIdfAndNoneBeyondTheGreatest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PathIndex index = index(random);
    float[] ofOne = new float[ATTRIBUTES];
    ProfileLifts.Builder lifts = new ProfileLifts.Builder(1, VALUES);
    for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
      ofOne[attribute] = (float) random.nextGaussian();
      lifts.add(0, 1, attribute, ofOne[attribute]);
    }
    UserPaths paths = lifts.build().pathsOf(index, List.of(1));
    PathRelation relation = index.relation(0);
    Links attributes = relation.attributes();

    for (int item = 0; item < ITEMS; item++) {
      double sum =
          IntStream.range(attributes.from(item), attributes.to(item))
              .map(attributes::target)
              .mapToDouble(a -> Math.sqrt(relation.idf(a)) * ofOne[a])
              .sum();
      double expected = relation.norm(item) == 0 ? 0 : sum / relation.norm(item);
      assertThat((double) paths.value(0, item)).isCloseTo(expected, within(1e-5));
      assertThat(Math.abs(expected)).isLessThanOrEqualTo(paths.greatestShared(0) + 1e-5);
    }
  }

  private static PathIndex index(SplittableRandom random) {
    PathIndex.Builder links = new PathIndex.Builder(ITEMS, ITEMS, 1, 0);
    for (int item = 0; item < ITEMS - 1; item++) {
      for (int link = random.nextInt(4); link >= 0; link--) {
        links.link(0, item, random.nextInt(ATTRIBUTES), link);
      }
    }
    return links.build();
  }
}
