package org.metarec.meta.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.YearScale;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;

class PopularityFeaturesTest {
  private static final int ITEMS = 30;
  private static final int ATTRIBUTES = 6;
  private static final YearScale YEARS = new YearScale(1990, 10, 0, 2100);

  /** The definition, item by item: what the others had earned by an item's year. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void anAttributeTellsWhatItsOtherNotLaterItemsEarned(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ItemLikes likes = likes(rows(random));
    int[] items =
        IntStream.range(0, ITEMS).filter(item -> random.nextInt(4) == 0).limit(8).toArray();
    AttributeLikes attribute = AttributeLikes.of(items, likes);
    for (int item : IntStream.of(items).filter(likes::isKnown).toArray()) {
      int[] others =
          IntStream.of(items)
              .filter(other -> other != item && likes.isKnown(other))
              .filter(other -> !(likes.year(other) > likes.year(item))) // NaN is never later
              .toArray();
      AttributeLikes.Earned earned = attribute.besides(item, likes, () -> items);
      assertThat(earned.count()).isEqualTo(others.length);
      assertThat(earned.likes())
          .isCloseTo(IntStream.of(others).mapToDouble(likes::likes).sum(), within(1e-6));
      assertThat(earned.logs())
          .isCloseTo(IntStream.of(others).mapToDouble(likes::centredLog).sum(), within(1e-5));
      double best =
          IntStream.of(others)
              .mapToDouble(likes::centredLog)
              .max()
              .orElse(Double.NEGATIVE_INFINITY);
      assertThat((double) earned.best()).isEqualTo(best);
    }
    assertThat(attribute.until(Float.NaN).count())
        .isEqualTo((int) IntStream.of(items).filter(likes::isKnown).count());
  }

  /** One of each day of two years, then one an hour after the last. */
  @Test
  void noItemKnowsWhatAppearedOnALaterDate() {
    ItemTable table = new ItemTable(0, 365 + 366 + 1);
    for (int day = 0; day < 365 + 366; day++) {
      double year = day < 365 ? 2023 + day / 365.0 : 2024 + (day - 365) / 366.0;
      table.setRow(day, new float[] {0, 1, (float) year});
    }
    int last = 365 + 366;
    float later = (float) (table.row(last - 1)[2] + 1 / (24 * 366.0));
    table.setRow(last, new float[] {0, 1, later});
    ItemLikes likes = ItemLikes.of(table, 1);

    AttributeLikes all = AttributeLikes.of(IntStream.rangeClosed(0, last).toArray(), likes);

    for (int day = 0; day < last - 1; day++) {
      assertThat(all.until(likes.year(day)).count()).isEqualTo(day + 1);
    }
    assertThat(all.until(likes.year(last - 1)).count()).as("of the same half day").isEqualTo(732);
    assertThat(all.until(2022).count()).isZero();
  }

  @Test
  void anItemsOwnLikesAreNoReasonToExpectThem() {
    PathIndex index = index(new SplittableRandom(3));
    SplittableRandom random = new SplittableRandom(4);
    float[][] rows = rows(random);
    double[] before = features(index, rows, 5);

    rows[5][3] += 1000; // likes

    assertThat(features(index, rows, 5)).containsExactly(before, within(1e-12));
    assertThat(IntStream.range(0, ITEMS).anyMatch(i -> changes(index, rows, i))).isTrue();
  }

  /** Whether the many likes of item 5 are seen in another item's features. */
  private static boolean changes(PathIndex index, float[][] rows, int item) {
    float[][] fewer = rows.clone();
    fewer[5] = rows[5].clone();
    fewer[5][3] -= 1000;
    return features(index, rows, item)[3] != features(index, fewer, item)[3];
  }

  @Test
  void anItemLinkedWithNothingHasARowToo() {
    PathIndex none = new PathIndex.Builder(1, 1, 1, 0).build();
    ItemLikes likes = ItemLikes.of(new ItemTable(2, 1), 0);

    double[] row = new PopularityFeatures(none, likes, YEARS).of(0, 0);

    // no attribute, year 0: (0 − 1990) / 10
    assertThat(row).containsExactly(0, 0, 0, 0, 0, 1, 0, -199, 199 * 199);
  }

  /** Item 4 is new; then item 2 gets its node and its value. */
  @Test
  void ofANodeItemsOfNowCountOfAValueThoseThatWereRead() {
    PathIndex.Builder builder = new PathIndex.Builder(5, 4, 1, 1);
    PathIndex.Builder changed = new PathIndex.Builder(1, 0, 1, 1);
    for (int relation = 0; relation < 2; relation++) {
      builder.link(relation, 0, 7, Links.NO_HANDLE);
      builder.link(relation, 4, 7, Links.NO_HANDLE);
      changed.link(relation, 0, 7, Links.NO_HANDLE);
    }
    PathIndex base = builder.build();
    ItemLikes likes = likes(rows(new SplittableRandom(5)));
    double[] before = new PopularityFeatures(base, likes, YEARS).of(4, Float.NaN);

    double[] now =
        new PopularityFeatures(base, likes, YEARS) // nothing of it is found as yet
            .with(base.with(5, new int[] {2}, 0, changed))
            .of(4, Float.NaN);

    int ofNodes = PopularityFeatures.PER_RELATION;
    assertThat(now[3]).isGreaterThan(before[3]);
    assertThat(Arrays.copyOfRange(now, ofNodes, 2 * ofNodes))
        .containsExactly(Arrays.copyOfRange(before, ofNodes, 2 * ofNodes));
  }

  private static double[] features(PathIndex index, float[][] rows, int item) {
    ItemLikes likes = likes(rows);
    return new PopularityFeatures(index, likes, YEARS).of(item, likes.year(item));
  }

  private static ItemLikes likes(float[][] rows) {
    ItemTable table = new ItemTable(2, ITEMS);
    for (int item = 0; item < ITEMS; item++) {
      table.setRow(item, rows[item]);
    }
    return ItemLikes.of(table, 1); // a mean that does not move
  }

  /** A third of the items new, a quarter without a year. */
  private static float[][] rows(SplittableRandom random) {
    float[][] rows = new float[ITEMS][];
    for (int item = 0; item < ITEMS; item++) {
      float likes = item % 3 == 1 ? ItemTable.NOBODY : random.nextInt(10);
      float year = random.nextInt(4) == 0 ? Float.NaN : 1980 + random.nextInt(10);
      rows[item] = new float[] {0, 0, 0, likes, year};
    }
    return rows;
  }

  private static PathIndex index(SplittableRandom random) {
    PathIndex.Builder builder = new PathIndex.Builder(ITEMS, ITEMS, 2, 0);
    for (int link = 0; link < 3 * ITEMS; link++) {
      builder.link(0, random.nextInt(ITEMS), random.nextInt(ATTRIBUTES), link);
      builder.linkItems(1, random.nextInt(ITEMS), random.nextInt(ITEMS), link);
    }
    return builder.build();
  }
}
