package org.metarec.meta.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.input.LearningInput;
import org.metarec.testing.Clicks;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

class TaskSamplerTest {
  private static final LearningInput INPUT = TasteGraph.input(1);
  private static final Interactions CLICKS = INPUT.interactions();
  private static final TaskSampler SAMPLER =
      new TaskSampler(CLICKS, INPUT.userFeatures(), INPUT.itemTimes());

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theQueryComesAfterTheSupportAndIsLiked(long seed) {
    int user = (int) (seed % TasteGraph.USERS);
    UserTask task = SAMPLER.draw(user, new SplittableRandom(seed));
    List<Integer> history =
        IntStream.range(0, CLICKS.size(user)).mapToObj(i -> CLICKS.item(user, i)).toList();

    int lastOfSupport =
        IntStream.range(0, task.support().size())
            .map(i -> history.indexOf(task.support().item(i)))
            .max()
            .orElse(-1);
    for (int item : task.query()) {
      int position = history.indexOf(item);
      assertThat(position).isGreaterThan(lastOfSupport);
      assertThat(Interactions.liked(CLICKS.rating(user, position))).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void otherItemsAreKnownAndNoneOfTheUsersOwn(long seed) {
    int user = (int) (seed % TasteGraph.USERS);
    UserTask task = SAMPLER.draw(user, new SplittableRandom(seed));
    List<Integer> own =
        IntStream.range(0, CLICKS.size(user)).mapToObj(i -> CLICKS.item(user, i)).toList();

    assertThat(task.others()).hasSize(TaskSampler.OTHERS).doesNotContainAnyElementsOf(own);
    assertThat(task.others()).allMatch(film -> film < TasteGraph.FILMS - TasteGraph.NEW_FILMS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aTaskAsksForWhatIsPreferred(long seed) {
    int user = (int) (seed % TasteGraph.USERS);
    int lastLiked =
        IntStream.range(0, CLICKS.size(user))
            .filter(i -> Interactions.liked(CLICKS.rating(user, i)))
            .max()
            .orElseThrow();
    SomeInteractions last = (u, i) -> i == lastLiked;

    assertThat(queries(user, last, 1, seed)).containsExactly(CLICKS.item(user, lastLiked));
    Set<Integer> ofAll = queries(user, SomeInteractions.ALL, 1, seed);
    assertThat(queries(user, (u, i) -> false, 1, seed)).as("there is none").isEqualTo(ofAll);
  }

  /** The others ask for no fewer than two if they ask for the first at all. */
  @Test
  void aShareOfTheTasksDoes() {
    int[] liked =
        IntStream.range(0, CLICKS.size(0))
            .filter(i -> Interactions.liked(CLICKS.rating(0, i)))
            .toArray();
    TaskSampler sampler = SAMPLER.preferring((user, i) -> i == liked[0], user -> 0.25);
    SplittableRandom random = new SplittableRandom(1);
    long first =
        Stream.generate(() -> sampler.draw(0, random).query())
            .limit(4000)
            .filter(query -> query.equals(List.of(CLICKS.item(0, liked[0]))))
            .count();
    assertThat(first / 4000.0).isCloseTo(0.25, withinPercentage(10));
  }

  /** All that twenty tasks ask for. */
  private static Set<Integer> queries(
      int user, SomeInteractions preferred, double share, long seed) {
    TaskSampler sampler = SAMPLER.preferring(preferred, u -> share);
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> sampler.draw(user, random))
        .limit(20)
        .flatMap(task -> task.query().stream())
        .collect(Collectors.toSet());
  }

  /** As they are in no order, what is asked for may stand anywhere, but not in the support. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void withoutTimesTheQueryIsAnyOfTheOtherLikedItems(long seed) {
    int user = (int) (seed % TasteGraph.USERS);
    int[] items = IntStream.range(0, CLICKS.size(user)).map(i -> CLICKS.item(user, i)).toArray();
    float[] ratings = new float[items.length];
    for (int i = 0; i < ratings.length; i++) {
      ratings[i] = CLICKS.rating(user, i);
    }
    int[] offsets = {0, items.length};
    Interactions untimed = Clicks.withoutTimes(TasteGraph.FILMS, offsets, items, ratings);
    TaskSampler sampler = new TaskSampler(untimed, NodeFeatures.none(1), INPUT.itemTimes());
    long liked =
        IntStream.range(0, items.length).filter(i -> Interactions.liked(ratings[i])).count();

    UserTask task = sampler.draw(0, new SplittableRandom(seed));

    List<Integer> support =
        IntStream.range(0, task.support().size()).mapToObj(task.support()::item).toList();
    long most = Math.min(TaskSampler.QUERY, (items.length + 1) / 2);
    assertThat(task.query()).hasSize((int) Math.min(most, liked));
    assertThat(support).doesNotContainAnyElementsOf(task.query()).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0} films")
  @ValueSource(ints = {2, 3, 5, 8, 20})
  void withoutTimesSomethingIsLeftToAdaptFrom(int films) {
    Interactions few = Clicks.of(films, new int[] {0, films}, IntStream.range(0, films).toArray());
    TaskSampler sampler =
        new TaskSampler(few, NodeFeatures.none(1), new ItemTimes(new float[films]));
    SplittableRandom random = new SplittableRandom(films);

    assertThat(Stream.generate(() -> sampler.draw(0, random).support().size()).limit(100))
        .contains(films - Math.min(TaskSampler.QUERY, (films + 1) / 2));
  }

  /** Where others have many, they teach how to adapt. */
  @Test
  void withoutTimesAllOfFewIsAskedForWhereOthersHaveMany() {
    int[] items = IntStream.range(0, 45).map(i -> i % 40).toArray();
    Interactions clicks = Clicks.of(40, new int[] {0, 40, 45}, items);
    TaskSampler sampler =
        new TaskSampler(clicks, NodeFeatures.none(2), new ItemTimes(new float[40]));

    assertThat(sampler.draw(1, new SplittableRandom(1)).query()).hasSize(5);
  }

  /** User 0 has eight of the best films, user 1 seven; both liked others less, the rest not. */
  @Test
  void whatWasLikedWellIsAskedForWhereThereIsEnough() {
    int films = 40;
    int[] items = IntStream.range(0, 2 * films).map(i -> i % films).toArray();
    float[] ratings = new float[items.length];
    for (int i = 0; i < ratings.length; i++) {
      int best = i < films ? 8 : 7;
      ratings[i] = items[i] < best ? 4 + items[i] % 2 : 2 + items[i] % 2;
    }
    int[] offsets = {0, films, 2 * films};
    Interactions rated = Clicks.withoutTimes(films, offsets, items, ratings);
    ItemTimes times = new ItemTimes(new float[films]);
    TaskSampler sampler = new TaskSampler(rated, NodeFeatures.none(2), times);

    assertThat(asked(sampler, 0)).hasSize(8).allMatch(film -> film < 8);
    assertThat(asked(sampler.asking((user, film) -> film > 6), 0)).containsExactly(7);
    assertThat(asked(sampler.asking((user, film) -> film > 7), 0)).contains(9, 39);
    assertThat(asked(sampler, 1)).contains(0, 6, 9, 39).allMatch(film -> film < 7 || film % 2 == 1);
  }

  private static Set<Integer> asked(TaskSampler sampler, int user) {
    SplittableRandom random = new SplittableRandom(7);
    return Stream.generate(() -> sampler.draw(user, random).query())
        .limit(100)
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  @Test
  void supportSizesReachFromNoneToMany() {
    SplittableRandom random = new SplittableRandom(2);
    List<Integer> sizes =
        IntStream.range(0, 300).mapToObj(i -> SAMPLER.draw(0, random).support().size()).toList();

    assertThat(sizes).contains(0, 1, 2, 3, 5);
  }

  /**
   * Of 3,000 films, a hundred a year, user 0 liked the first ninety, three of each year; another
   * user saw all of them. Nobody said when.
   */
  private static TaskSampler ofThirtyYears() {
    int films = 3000;
    int liked = 90;
    float[] years = new float[films];
    for (int film = 0; film < films; film++) {
      years[film] = 1990 + film % 30;
    }
    int[] items = IntStream.range(-liked, films).map(i -> i < 0 ? i + liked : i).toArray();
    Interactions untimed = Clicks.of(films, new int[] {0, liked, items.length}, items);
    return new TaskSampler(untimed, NodeFeatures.none(2), new ItemTimes(years));
  }

  @Test
  void ofNewItemsThoseOfThreeYearsCompete() {
    TaskSampler sampler = ofThirtyYears();
    SplittableRandom random = new SplittableRandom(4);
    List<UserTask> tasks =
        Stream.generate(() -> sampler.draw(0, random)).filter(UserTask::asNew).limit(100).toList();

    for (UserTask task : tasks) {
      IntSummaryStatistics years =
          Stream.of(task.query(), task.others())
              .flatMap(List::stream)
              .mapToInt(film -> film % 30)
              .summaryStatistics();
      assertThat(task.query()).isNotEmpty();
      assertThat(years.getMax() - years.getMin()).isLessThan(3);
    }
  }

  /** Where all sizes to thirty came up as often, few tasks would be of the first clicks. */
  @Test
  void halfOfTheTasksHaveFewClicksEachOfNineSizesAsOften() {
    TaskSampler sampler = ofThirtyYears();
    SplittableRandom random = new SplittableRandom(5);
    long each = 400;
    Map<Integer, Long> sizes =
        Stream.generate(() -> sampler.draw(0, random).support().size())
            .limit(2 * 9 * each)
            .collect(Collectors.groupingBy(size -> size, TreeMap::new, Collectors.counting()));

    assertThat(sizes).containsOnlyKeys(0, 1, 2, 3, 5, 8, 13, 20, 30, TaskSampler.SUPPORT);
    assertThat(sizes.remove(TaskSampler.SUPPORT)).isCloseTo(9 * each, withinPercentage(5));
    assertThat(sizes.values()).allMatch(count -> Math.abs(count - each) < 0.2 * each);
  }
}
