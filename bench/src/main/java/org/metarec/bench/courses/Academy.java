package org.metarec.bench.courses;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.bench.experiment.Draws;

/**
 * A generated academy: courses of some topic and level, which require courses of the level below,
 * and learners, who take one after another by a softmax of what each is worth to them: how good it
 * is, how they like its topic, whether they have taken what it requires, and whether they have
 * taken what requires it, and so know it.
 */
final class Academy {
  static final int COURSES = 660;
  static final int LEARNERS = 1500;
  static final int TOPICS = 16;

  /** The courses from here on open when all learners have taken all but their last. */
  static final int FIRST_NEW = 600;

  private static final int LEVELS = 5;
  private static final double SAME_TOPIC = 0.85;
  private static final double QUALITY = 0.7;
  private static final double PREPARED = 2;
  private static final double UNPREPARED = -1.5;
  private static final double KNOWN = -2.5;

  private final int[] topics;
  private final int[] levels;
  private final double[] qualities;
  private final List<Set<Integer>> required = new ArrayList<>();
  private final List<Set<Integer>> requiring = new ArrayList<>();
  private final double[][] tastes = new double[LEARNERS][];
  private final List<List<Integer>> taken = new ArrayList<>();

  Academy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    topics = random.ints(COURSES, 0, TOPICS).toArray();
    levels = random.ints(COURSES, 0, LEVELS).toArray();
    qualities = Draws.normal(COURSES, QUALITY, random);
    for (int course = 0; course < COURSES; course++) {
      required.add(draw(course, random));
      requiring.add(new LinkedHashSet<>());
    }
    for (int course = 0; course < COURSES; course++) {
      int requires = course;
      required.get(course).forEach(other -> requiring.get(other).add(requires));
    }
    for (int learner = 0; learner < LEARNERS; learner++) {
      tastes[learner] = Draws.normal(TOPICS, 1, random);
      taken.add(take(learner, random));
    }
  }

  /** One or two courses of the level below, most of them of the same topic; none new. */
  private Set<Integer> draw(int course, SplittableRandom random) {
    Set<Integer> drawn = new LinkedHashSet<>();
    int count = levels[course] == 0 ? 0 : 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      boolean sameTopic = random.nextDouble() < SAME_TOPIC;
      int[] below =
          IntStream.range(0, FIRST_NEW)
              .filter(other -> levels[other] == levels[course] - 1)
              .filter(other -> !sameTopic || topics[other] == topics[course])
              .toArray();
      if (below.length > 0) {
        drawn.add(below[random.nextInt(below.length)]);
      }
    }
    return drawn;
  }

  /**
   * Four courses at least, nine in the mean; the last of all courses, those before of the known.
   */
  private List<Integer> take(int learner, SplittableRandom random) {
    List<Integer> courses = new ArrayList<>();
    int count = 4 + (int) (-6 * Math.log(1 - random.nextDouble()));
    for (int i = 0; i < count; i++) {
      Set<Integer> before = new LinkedHashSet<>(courses);
      double[] weights =
          IntStream.range(0, i < count - 1 ? FIRST_NEW : COURSES)
              .mapToDouble(
                  course ->
                      before.contains(course) ? 0 : Math.exp(utility(learner, course, before)))
              .toArray();
      courses.add(Draws.choose(weights, random));
    }
    return courses;
  }

  /**
   * What a course is worth to a learner.
   *
   * @param before what the learner has taken
   */
  double utility(int learner, int course, Set<Integer> before) {
    boolean isKnown = requiring.get(course).stream().anyMatch(before::contains);
    return qualities[course]
        + tastes[learner][topics[course]]
        + preparation(required.get(course), before)
        + (isKnown ? KNOWN : 0);
  }

  private static double preparation(Set<Integer> required, Set<Integer> before) {
    if (required.isEmpty()) {
      return 0;
    }
    return before.containsAll(required) ? PREPARED : UNPREPARED;
  }

  int topic(int course) {
    return topics[course];
  }

  /** The courses that a course requires. */
  Set<Integer> required(int course) {
    return required.get(course);
  }

  /** What a learner has taken before the last course, in that order. */
  List<Integer> before(int learner) {
    List<Integer> all = taken.get(learner);
    return all.subList(0, all.size() - 1);
  }

  /** The course that a learner took last. */
  int last(int learner) {
    return taken.get(learner).get(taken.get(learner).size() - 1);
  }
}
