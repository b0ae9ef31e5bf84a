package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.path.Links;
import org.metarec.recommend.reason.ChosenAttribute;
import org.metarec.recommend.reason.Contributions;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;

/** A user without clicks who is old, and who follows a director whom the old like. */
class ChosenWaysTest {
  private static final ServingModel MODEL = LearnedExample.MODEL;
  private static final int OLD = 0;
  private static final int FOLLOWS = 77;
  private static final Links DIRECTORS = MODEL.paths().relation(0).attributes();

  private static UserScorer user(ChosenAttribute... chosen) {
    UserClicks nothing =
        new UserClicks(List.of(OLD), new SupportSet(new int[0], new float[0], new double[0]));
    float[] weights = new UserAdapter(MODEL).adapt(nothing).values();
    return new UserScorer(MODEL, nothing, weights, List.of(chosen));
  }

  /** A film of one director, whom the old like more than others do. */
  private static int film() {
    return IntStream.range(0, TasteGraph.FILMS)
        .filter(film -> DIRECTORS.degree(film) == 1)
        .filter(film -> MODEL.lifts().sum(0, new int[] {OLD}, director(film)) > 0)
        .findFirst()
        .orElseThrow();
  }

  private static int director(int film) {
    return DIRECTORS.target(DIRECTORS.from(film));
  }

  @Test
  void whatTheProfileSaysOfSomebodyFollowedIsAPathAndNoTaste() {
    int film = film();
    Contributions parts = user().contributions(film);
    UserScorer follower = user(new ChosenAttribute(OLD, director(film), FOLLOWS));
    Contributions ofFollower = follower.contributions(film);

    assertThat(parts.relations().get(0)).isZero();
    assertThat(ofFollower.relations().get(0)).isPositive();
    assertThat(ofFollower.score()).isCloseTo(parts.score(), within(1e-9));
    assertThat(follower.score(film)).isEqualTo(user().score(film));
    assertThat(follower.reasons(film, 3))
        .singleElement()
        .satisfies(
            way -> {
              assertThat(way.click()).isEqualTo(OptionalInt.empty());
              assertThat(way.attribute()).hasValue(director(film));
              assertThat(way.handles())
                  .containsExactly((long) FOLLOWS, DIRECTORS.handle(DIRECTORS.from(film)));
              assertThat(way.contribution()).isEqualTo(ofFollower.relations().get(0));
            });
  }

  @Test
  void toFilmsOfOthersNoWayLeads() {
    UserScorer follower = user(new ChosenAttribute(OLD, director(film()), FOLLOWS));

    IntStream.range(0, TasteGraph.FILMS)
        .filter(film -> DIRECTORS.find(film, director(film())) < 0)
        .forEach(film -> assertThat(follower.reasons(film, 3)).as("%s", film).isEmpty());
  }
}
