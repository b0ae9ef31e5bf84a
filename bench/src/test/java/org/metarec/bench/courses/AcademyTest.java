package org.metarec.bench.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcademyTest {
  private static final Academy ACADEMY = new Academy(1);

  @Test
  void nobodyTakesACourseTwiceAndNewOnesAreTakenLast() {
    for (int learner = 0; learner < Academy.LEARNERS; learner++) {
      List<Integer> before = ACADEMY.before(learner);
      assertThat(before).doesNotHaveDuplicates().doesNotContain(ACADEMY.last(learner));
      assertThat(before).hasSizeGreaterThanOrEqualTo(3).allMatch(one -> one < Academy.FIRST_NEW);
    }
    assertThat(learners().filter(learner -> ACADEMY.last(learner) >= Academy.FIRST_NEW).count())
        .isBetween(Academy.LEARNERS / 20L, Academy.LEARNERS / 5L);
  }

  @Test
  void aCourseIsWorthMoreToWhoHasTakenWhatItRequiresAndLessToWhoKnowsIt() {
    int course =
        IntStream.range(0, Academy.COURSES)
            .filter(one -> !ACADEMY.required(one).isEmpty())
            .findFirst()
            .orElseThrow();
    Set<Integer> required = ACADEMY.required(course);
    int easier = required.iterator().next();

    assertThat(ACADEMY.utility(0, course, required))
        .isCloseTo(ACADEMY.utility(0, course, Set.of()) + 3.5, within(1e-9));
    assertThat(ACADEMY.utility(0, easier, Set.of(course)))
        .isCloseTo(ACADEMY.utility(0, easier, Set.of()) - 2.5, within(1e-9));
  }

  private static IntStream learners() {
    return IntStream.range(0, Academy.LEARNERS);
  }
}
