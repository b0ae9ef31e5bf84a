package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserPathsTest {
  private static final int ITEMS = 12;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void foldingTheClicksEqualsSummingTheKernelOverThem(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PathIndex index = randomIndex(random);
    UserPaths paths = new UserPaths(index);
    paths.add(new int[] {0, 1, 2}, new float[] {1, 0.5f, 1.25f});

    for (int relation = 0; relation < 2; relation++) {
      PathRelation links = index.relation(relation);
      for (int item = 3; item < ITEMS; item++) {
        double expected =
            kernel(links, item, 0) + 0.5 * kernel(links, item, 1) + 1.25 * kernel(links, item, 2);
        assertThat((double) paths.value(relation, item)).isCloseTo(expected, within(1e-5));
      }
      double expected = kernel(links, 1, 0) + 1.25 * kernel(links, 1, 2);
      assertThat((double) paths.value(relation, 1) - paths.ownPart(relation, 1, 0.5f))
          .isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void anItemThatSharesNothingHasExactlyZero() {
    PathIndex.Builder builder = new PathIndex.Builder(3, 1);
    builder.link(0, 0, 0, 10);
    builder.link(0, 1, 1, 11);
    UserPaths paths = new UserPaths(builder.build());

    paths.add(new int[] {0}, new float[] {1});

    assertThat(paths.value(0, 1)).isZero();
    assertThat(paths.value(0, 2)).isZero();
  }

  @Test
  void clearingForgetsTheClicks() {
    PathIndex index = randomIndex(new SplittableRandom(5));
    UserPaths paths = new UserPaths(index);
    paths.add(new int[] {0}, new float[] {1});
    paths.clear();

    assertThat(paths.totalWeight()).isZero();
    for (int item = 0; item < ITEMS; item++) {
      assertThat(paths.value(0, item)).isZero();
      assertThat(paths.value(1, item)).isZero();
    }
  }

  /** Relation 0 has attributes and direct links, relation 1 attributes alone. */
  private static PathIndex randomIndex(SplittableRandom random) {
    PathIndex.Builder builder = new PathIndex.Builder(ITEMS, 2);
    for (int item = 0; item < ITEMS - 1; item++) {
      for (int link = 0; link < 3; link++) {
        builder.link(0, item, random.nextInt(6), random.nextInt(1000));
        builder.link(1, item, random.nextInt(4), random.nextInt(1000));
      }
      builder.linkItems(0, item, random.nextInt(ITEMS), random.nextInt(1000));
    }
    return builder.build();
  }

  /** The kernel as the class comment of PathRelation states it, without folding. */
  private static double kernel(PathRelation relation, int one, int other) {
    Links attributes = relation.attributes();
    double shared =
        IntStream.range(attributes.from(one), attributes.to(one))
            .map(attributes::target)
            .filter(attribute -> attributes.find(other, attribute) >= 0)
            .mapToDouble(attribute -> relation.sharedPart(attribute, one, other))
            .sum();
    boolean isDirect = relation.direct().find(one, other) >= 0;
    return shared + (isDirect ? relation.directPart(one, other) : 0);
  }
}
