package org.metarec.meta.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metarec.testing.Clicks;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

/** Tasks of interactions that have times. */
class TasksInTimeTest {
  private static TaskSampler sampler(Interactions interactions) {
    return new TaskSampler(
        interactions,
        NodeFeatures.none(interactions.userCount()),
        new ItemTimes(new float[interactions.itemCount()]));
  }

  /** Who clicked films one after the other, in the order of their numbers. */
  private static TaskSampler ofOneUser(int films) {
    int[] items = IntStream.range(0, films).toArray();
    return sampler(Clicks.atOnce(Clicks.of(films, new int[] {0, films}, items)));
  }

  @Test
  void ofALongHistoryTheLatestSixtyAreTheSupport() {
    TaskSampler sampler = ofOneUser(10 * TaskSampler.SUPPORT);
    SplittableRandom random = new SplittableRandom(3);

    List<UserTask> full =
        Stream.generate(() -> sampler.draw(0, random))
            .limit(300)
            .filter(task -> task.support().size() >= TaskSampler.SUPPORT)
            .toList();

    assertThat(full).isNotEmpty();
    for (UserTask task : full) {
      int asked = task.query().get(0);
      assertThat(IntStream.range(0, task.support().size()).map(task.support()::item).toArray())
          .containsExactly(IntStream.range(asked - TaskSampler.SUPPORT, asked).toArray());
    }
  }

  /** Films come one a moment. One user clicks each as it comes, user 0 every second one. */
  private static Interactions twoUsersOfFilmsThatCome(int films) {
    int[] items = IntStream.range(-films / 2, films).map(i -> i < 0 ? 2 * i + films : i).toArray();
    return Clicks.of(films, new int[] {0, films / 2, films / 2 + films}, items);
  }

  private static List<UserTask> ofKnownFilms(TaskSampler sampler) {
    SplittableRandom random = new SplittableRandom(6);
    return Stream.generate(() -> sampler.draw(0, random))
        .filter(task -> !task.asNew())
        .limit(200)
        .toList();
  }

  @Test
  void whatCameLaterDoesNotCompete() {
    int films = 200;
    int early = 80; // by then there are enough to draw from
    Interactions clicks = twoUsersOfFilmsThatCome(films);
    double[] times =
        IntStream.range(-films / 2, films).mapToDouble(i -> i < 0 ? 2 * i + films : i).toArray();
    List<UserTask> tasks =
        ofKnownFilms(sampler(Clicks.at(clicks, times))).stream()
            .filter(task -> Collections.max(task.query()) >= early)
            .toList();

    assertThat(tasks).map(task -> task.query().size()).contains(1, 2, TaskSampler.QUERY);
    for (UserTask task : tasks) {
      int last = Collections.max(task.query());
      assertThat(task.others()).allMatch(film -> film <= last);
      assertThat(Collections.max(task.others())).isGreaterThan(last / 2);
    }
  }

  /** Times began with the last click of user 0, before the other came. */
  @Test
  void whereAClickHasNoTimeAllCompete() {
    int films = 200;
    Interactions clicks = twoUsersOfFilmsThatCome(films);
    double[] times = new double[clicks.size()];
    Arrays.fill(times, Double.NEGATIVE_INFINITY);
    times[films / 2 - 1] = 1;
    Arrays.fill(times, films, times.length, 2);
    List<UserTask> tasks =
        ofKnownFilms(sampler(Clicks.at(clicks, times))).stream()
            .filter(task -> !task.query().contains(films - 2))
            .toList();

    assertThat(tasks).hasSizeGreaterThan(100);
    assertThat(tasks).flatMap(UserTask::others).allMatch(film -> film % 2 == 1);
  }

  /** What came before what is asked for is the support, all of it. */
  @Test
  void ofLateAloneIsAskedOnceTheTasksAskForThat() {
    TaskSampler late = ofOneUser(50).asking((user, i) -> i >= 40).asking((user, i) -> i < 45);
    SplittableRandom random = new SplittableRandom(8);
    List<UserTask> tasks = Stream.generate(() -> late.draw(0, random)).limit(100).toList();

    assertThat(tasks).flatMap(UserTask::query).containsOnly(40, 41, 42, 43, 44);
    assertThat(tasks)
        .filteredOn(task -> task.support().size() > 30)
        .isNotEmpty()
        .allMatch(task -> task.support().size() == task.query().get(0));
  }

  @Test
  void whoLikedNothingIsNoTask() {
    Interactions dislikes =
        Clicks.withoutTimes(2, new int[] {0, 1, 2}, new int[] {0, 1}, new float[] {1, 5});

    assertThat(sampler(Clicks.atOnce(dislikes)).users()).containsExactly(1);
  }
}
