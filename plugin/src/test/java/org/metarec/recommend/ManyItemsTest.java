package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.model.item.CoarseWeights;
import org.metarec.model.item.ItemTable;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.Links;
import org.metarec.path.PathIndex;
import org.metarec.path.ProfileLifts;
import org.metarec.testing.Impatient;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.RandomTables;
import org.metarec.triple.Progress;

/** Where not all items are scored one by one. */
class ManyItemsTest {
  private static final int ITEMS = 3000;
  private static final int CHANGED = 50;
  private static final int LINKED = 208; // nodes that items are linked with
  private static final int WIDTH = LearnedExample.MODEL.taste().items().width();
  private static final int WEIGHTS = LearnedExample.MODEL.taste().prior().shape().weightCount();

  private static ServingModel model(
      ItemTable items, PathIndex paths, ProfileLifts lifts, Set<Integer> gone) {
    TasteModel learned = LearnedExample.MODEL.taste();
    Prior prior =
        learned
            .prior()
            .with(PriorPart.NEW_ITEM_LEVEL, new NewItemLevels(0.5f, 0.25f, -2).toArray());
    return new ServingModel(
        new TasteModel(prior, items, List.of(), learned.ratings()), paths, lifts, gone);
  }

  private static RecommendConfig best(int topK, boolean newOnly) {
    return new RecommendConfig(topK, newOnly, true, 0, 0, OptionalDouble.empty());
  }

  private static List<Integer> items(List<Recommendation> recommendations) {
    return recommendations.stream().map(Recommendation::item).toList();
  }

  /**
   * Each with a director, two genres, a colour and a link to another; of a random twentieth, rows
   * and links have changed.
   */
  private static ServingModel random(SplittableRandom random) {
    int[] changed = random.ints(CHANGED, 0, ITEMS + 1).sorted().distinct().toArray();
    changed[changed.length - 1] = ITEMS; // a new one
    ItemTable overlay = RandomTables.items(random, changed.length, WIDTH);
    ItemTable items = RandomTables.items(random, ITEMS, WIDTH).with(ITEMS + 1, changed, overlay);
    float[] retention = {0.5f, 0.75f, 1, 0.9f};
    PathIndex paths =
        links(random, ITEMS)
            .build()
            .fading(retention)
            .with(ITEMS + 1, changed, 0, links(random, changed.length));
    return model(items, paths, lifts(random), Set.of(7, 8));
  }

  private static ProfileLifts lifts(SplittableRandom random) {
    ProfileLifts.Builder lifts = new ProfileLifts.Builder(3, 2);
    for (int attribute = 0; attribute < LINKED + 3; attribute++) {
      int relation = attribute < 8 ? 1 : attribute < LINKED ? 0 : 2;
      lifts.add(relation, random.nextInt(2), attribute, (float) random.nextGaussian());
    }
    return lifts.build();
  }

  private static PathIndex.Builder links(SplittableRandom random, int items) {
    PathIndex.Builder links = new PathIndex.Builder(items, items, 2, 1);
    for (int item = 0; item < items; item++) {
      links.link(0, item, 8 + random.nextInt(LINKED - 8), item);
      links.link(1, item, random.nextInt(4), item);
      links.link(1, item, 4 + random.nextInt(4), item);
      links.link(2, item, LINKED + random.nextInt(3), Links.NO_HANDLE);
      links.linkItems(0, item, random.nextInt(items), items + item);
    }
    return links;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void theBestAreTheFirstOfAllSortedByScore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ServingModel model = random(random);
    int[] clicked = random.ints(5, 0, ITEMS).distinct().toArray();
    float[] weights = RandomTables.floats(random, WEIGHTS);
    UserClicks clicks = new UserClicks(List.of(0, 1), clicks(clicked));
    UserScorer user = new UserScorer(model, clicks, weights, List.of());
    int[] seen = random.ints(300, 0, ITEMS).toArray();
    int topK = 1 + random.nextInt(200);

    List<Integer> sorted =
        IntStream.rangeClosed(0, ITEMS)
            .filter(item -> item != 7 && item != 8)
            .filter(item -> IntStream.of(seen).noneMatch(one -> one == item))
            .boxed()
            .sorted(Comparator.comparingDouble(item -> -user.score(item)))
            .toList();

    Predicate<Integer> isNew = model.taste().items()::isNew;
    Recommender recommender = NumberOrder.recommender(model, Progress.NONE);
    assertThat(items(recommender.recommend(user, seen, Optional.empty(), best(topK, false))))
        .isEqualTo(sorted.stream().limit(topK).toList());
    for (int most : new int[] {40, 2000}) { // scored one by one, and all at once
      BitSet some = bits(random.ints(most, 9, ITEMS + 1).toArray());
      assertThat(items(recommender.recommend(user, seen, Optional.of(some), best(topK, false))))
          .isEqualTo(sorted.stream().filter(some::get).limit(topK).toList());
      assertThat(items(recommender.recommend(user, seen, Optional.of(some), best(topK, true))))
          .isEqualTo(sorted.stream().filter(some::get).filter(isNew).limit(topK).toList());
    }
  }

  private static BitSet bits(int... items) {
    BitSet bits = new BitSet();
    IntStream.of(items).forEach(bits::set);
    return bits;
  }

  /** One after another. */
  private static SupportSet clicks(int... items) {
    float[] ratings = new float[items.length];
    Arrays.fill(ratings, Float.NaN);
    return new SupportSet(
        items, ratings, IntStream.range(0, items.length).asDoubleStream().toArray());
  }

  /** Those of the overlay, too, by paths and by the profile. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void allAtOnceScoreAsTheyDoOneByOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ServingModel model = random(random);
    SupportSet support = clicks(3, 11);
    float[] weights = RandomTables.floats(random, WEIGHTS);
    UserClicks clicks = new UserClicks(List.of(0, 1), support);
    UserScorer user = new UserScorer(model, clicks, weights, List.of());
    float[] scores = new float[ITEMS + 1];

    double error = user.scoreAll(Kernel.fastest().scan(), scores, 1);

    for (int item = 0; item <= ITEMS; item++) {
      if (!model.gone().contains(item)) {
        double rounding = CoarseWeights.ROUNDING * Math.abs(user.score(item));
        double within = model.paths().isChanged(item) ? rounding : error + rounding;
        assertThat(Math.abs(scores[item] - user.score(item))).isLessThanOrEqualTo(within);
      }
    }
  }

  private static ServingModel alike() {
    return model(
        new ItemTable(WIDTH, ITEMS),
        new PathIndex.Builder(ITEMS, ITEMS, 2, 1).build(),
        ProfileLifts.NONE,
        Set.of());
  }

  private static UserScorer anybody(ServingModel model) {
    UserClicks nothing =
        new UserClicks(List.of(), new SupportSet(new int[0], new float[0], new double[0]));
    return new UserScorer(model, nothing, new float[WEIGHTS], List.of());
  }

  @Test
  void equalScoresAreOrderedByKeyAcrossAllRanges() {
    ServingModel alike = alike();
    List<Integer> ends = List.of(20, 2990, ITEMS);
    Comparator<Integer> lastRangeFirst =
        Comparator.comparingInt((Integer item) -> item < 20 ? 2 : item < 2990 ? 1 : 0)
            .thenComparing(Comparator.naturalOrder());
    Recommender recommender =
        new Recommender(alike, new ScanSpaces(), new TieOrder(ends, lastRangeFirst), Progress.NONE);

    List<Integer> first =
        items(recommender.recommend(anybody(alike), new int[0], Optional.empty(), best(12, true)));

    assertThat(first)
        .containsExactly(2990, 2991, 2992, 2993, 2994, 2995, 2996, 2997, 2998, 2999, 20, 21);
    Optional<BitSet> candidates = Optional.of(bits(1, 29));
    assertThat(items(recommender.recommend(anybody(alike), new int[0], candidates, best(1, true))))
        .containsExactly(29);
  }

  @Test
  void whereAllTieItIsAskedForEachOfThemWhetherToGoOn() {
    ServingModel alike = alike();
    Recommender watched = NumberOrder.recommender(alike, new Impatient(ITEMS - 1));

    assertThatThrownBy(
            () -> watched.recommend(anybody(alike), new int[0], Optional.empty(), best(1, false)))
        .isInstanceOf(CancellationException.class);
  }
}
