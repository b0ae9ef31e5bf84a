package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A base with an overlay is the index that would be built of all rows now. */
class ChangedPathsTest {
  private static final int TRAINED = 60;
  private static final int GONE = 3;
  private static final int NEW = 5;
  private static final int RELATIONS = 3;
  private static final int FEATURES = 3 * RELATIONS;

  /** In float, of some dozen numbers below 10. */
  private static final double ROUNDING = 1e-4;

  /**
   * Attributes of one item in two relations; in the third the items it leads to, and comes from.
   */
  private record Row(
      List<Integer> actors,
      List<Integer> genres,
      TreeSet<Integer> sequels,
      TreeSet<Integer> prequels) {}

  private static Row row(SplittableRandom random, int actors) {
    return new Row(
        draws(random, random.nextInt(4), actors),
        draws(random, random.nextInt(3), 2),
        new TreeSet<>(),
        new TreeSet<>());
  }

  private static List<Integer> draws(SplittableRandom random, int count, int limit) {
    return IntStream.range(0, count).mapToObj(i -> random.nextInt(limit)).toList();
  }

  private static void link(List<Row> rows, int one, int other) {
    rows.get(one).sequels().add(other);
    rows.get(other).prequels().add(one);
  }

  private static void add(PathIndex.Builder to, int place, Row row) {
    row.actors().forEach(actor -> to.link(0, place, actor, actor));
    row.genres().forEach(genre -> to.link(1, place, genre, genre));
    row.sequels().forEach(other -> to.linkInRow(2, place, other, LinkDirection.OUTGOING, other));
    row.prequels().forEach(other -> to.linkInRow(2, place, other, LinkDirection.INCOMING, other));
  }

  private static PathIndex built(List<Row> rows, int trained) {
    PathIndex.Builder builder = new PathIndex.Builder(rows.size(), trained, RELATIONS, 0);
    IntStream.range(0, rows.size()).forEach(item -> add(builder, item, rows.get(item)));
    return builder.build().fading(new float[] {0.5f, 0.9f, 1, 1, 1, 0.7f});
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void anOverlayGivesTheValuesOfAnIndexBuiltAnew(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int gone =
        seed % 2 == 0 ? GONE : 0; // the last trained ones, so that those before keep their ids
    int left = TRAINED - gone;
    List<Row> rows = new ArrayList<>();
    IntStream.range(0, TRAINED).forEach(item -> rows.add(row(random, 20)));
    IntStream.range(0, 10).forEach(i -> link(rows, random.nextInt(20), 20 + random.nextInt(20)));
    PathIndex base = built(rows, TRAINED);

    TreeSet<Integer> changed = new TreeSet<>();
    IntStream.range(left, TRAINED + NEW).forEach(changed::add);
    for (int i = 0; i < 5; i++) {
      int item = 40 + random.nextInt(left - 40); // not one with a sequel
      rows.set(item, row(random, 25));
      changed.add(item);
    }
    IntStream.range(0, NEW).forEach(i -> rows.add(row(random, 25)));
    int[] items = changed.stream().mapToInt(Integer::intValue).toArray();
    PathIndex now = base.with(TRAINED + NEW, items, gone, rows(items, rows, left));
    int[] someItems = Arrays.copyOf(items, items.length - 3);
    PathIndex some = base.with(TRAINED + NEW - 3, someItems, gone, rows(someItems, rows, left));
    PathIndex more = base.withSameTrainedLinks(some, TRAINED + NEW, items, rows(items, rows, left));
    rows.subList(left, TRAINED).clear();
    PathIndex anew = built(rows, left);

    requireSameValues(now, anew, left, gone);
    requireSameSums(now);
    requireSameValues(more, anew, left, gone);
    requireSameSums(more);
  }

  /** Those of items that are not gone. */
  private static PathIndex.Builder rows(int[] items, List<Row> rows, int left) {
    PathIndex.Builder builder = new PathIndex.Builder(items.length, items.length, RELATIONS, 0);
    for (int place = 0; place < items.length; place++) {
      if (items[place] < left || items[place] >= TRAINED) {
        add(builder, place, rows.get(items[place]));
      }
    }
    return builder;
  }

  private static void requireSameValues(PathIndex now, PathIndex anew, int left, int gone) {
    UserPaths paths = new UserPaths(now);
    UserPaths expected = new UserPaths(anew);
    int[] clicked = {1, 2, left - 1, left};
    float[] weights = {1, 1, 1, 1};
    int[] ages = {3, 2, 1, 0};
    int[] numbers = IntStream.of(clicked).map(item -> item < left ? item : item + gone).toArray();
    paths.set(numbers, weights, ages);
    expected.set(clicked, weights, ages);
    for (int feature = 0; feature < FEATURES; feature++) {
      for (int item = 0; item < anew.itemCount(); item++) {
        int numbered = item < left ? item : item + gone;
        assertThat((double) paths.value(feature, numbered))
            .as("feature %d, item %d", feature, item)
            .isCloseTo(expected.value(feature, item), within(ROUNDING));
      }
    }
  }

  /** Of the items that are not in the overlay. */
  private static void requireSameSums(PathIndex now) {
    UserPaths paths = new UserPaths(now);
    paths.set(new int[] {3, TRAINED + 1}, new float[] {1, 0.5f}, new int[] {1, 0});
    float[] factors = {2, 3, 5, 7, 11, 13, 17, 19, 23};
    float[] sums = new float[now.itemCount()];
    paths.addValues(factors, sums);
    for (int feature = 0; feature < FEATURES; feature++) {
      assertThat(paths.changedValues(feature)).isEqualTo(paths.values(feature, now.changed()));
    }
    Set<Integer> changed = IntStream.of(now.changed()).boxed().collect(Collectors.toSet());
    for (int item = 0; item < now.itemCount(); item++) {
      double expected = 0;
      for (int feature = 0; feature < FEATURES; feature++) {
        expected += factors[feature] * paths.value(feature, item);
      }
      if (!changed.contains(item)) {
        assertThat((double) sums[item]).isCloseTo(expected, within(ROUNDING));
      }
    }
  }
}
