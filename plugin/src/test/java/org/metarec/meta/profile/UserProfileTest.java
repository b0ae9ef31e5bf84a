package org.metarec.meta.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.path.PathIndex;
import org.metarec.path.ProfileLifts;
import org.metarec.recommend.UserScorer;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;

/** In this world the old like the directors of even number, the young the others. */
class UserProfileTest {
  private static final ServingModel MODEL = LearnedExample.MODEL;
  private static final int FIRST_NEW = TasteGraph.FILMS - TasteGraph.NEW_FILMS;

  private static UserScorer nobody(ServingModel model, int age) {
    SupportSet nothing = new SupportSet(new int[0], new float[0], new double[0]);
    UserClicks user = new UserClicks(List.of(age), nothing);
    float[] weights = new UserAdapter(model).adapt(user).values();
    return new UserScorer(model, user, weights, List.of());
  }

  /** By how much more the films that users of an age like are worth to one without clicks. */
  private static double lead(ServingModel model, int age, int from) {
    UserScorer user = nobody(model, age);
    return mean(user, from, age) - mean(user, from, 1 - age);
  }

  private static double mean(UserScorer user, int from, int parity) {
    return IntStream.range(from, TasteGraph.FILMS)
        .filter(film -> TasteGraph.directorOf(film) % 2 == parity)
        .mapToDouble(user::score)
        .average()
        .orElseThrow();
  }

  @Test
  void whoHasNoClicksGetsWhatUsersOfTheSameAgeLike() {
    ServingModel without =
        new ServingModel(MODEL.taste(), MODEL.paths(), ProfileLifts.NONE, MODEL.gone());
    for (int age = 0; age < 2; age++) {
      for (int from : new int[] {0, FIRST_NEW}) {
        assertThat(lead(MODEL, age, from)).isGreaterThan(Math.max(0, lead(without, age, from)));
      }
    }
  }

  /** Tasks that said nothing of profiles would leave their weights where they started. */
  @Test
  void whatProfilesAreWorthIsLearned() {
    Prior prior = MODEL.taste().prior();
    float[] start = prior.part(PriorPart.START_WEIGHTS);
    int profile = start.length - prior.shape().profileRelations();

    assertThat(start[profile]).isNotEqualTo(1);
    assertThat(prior.shape().profileRelations()).isEqualTo(3);
  }

  @Test
  void oneItemGetsWhatItGetsAmongAll() {
    UserProfile old = new UserProfile(MODEL, List.of(0));
    float[] weights = new float[MODEL.taste().prior().shape().weightCount()];
    IntStream.range(0, weights.length).forEach(k -> weights[k] = k);
    float[] scores = new float[TasteGraph.FILMS];

    double greatest = old.addParts(weights, scores);

    assertThat(scores).as("not all 0").isNotEqualTo(new float[TasteGraph.FILMS]);
    for (int film = 0; film < scores.length; film++) {
      assertThat((double) scores[film]).isCloseTo(old.part(film, weights), within(1e-4));
      assertThat((double) Math.abs(scores[film])).isLessThanOrEqualTo(greatest);
    }
  }

  @Test
  void sixValuesCountAsThree() {
    int[] films = IntStream.range(0, TasteGraph.FILMS).toArray();
    float[] one = new UserProfile(MODEL, List.of(0)).of(0, films);
    float[] three = new UserProfile(MODEL, List.of(0, 0, 0)).of(0, films);
    UserProfile ofSix = new UserProfile(MODEL, List.of(0, 0, 0, 0, 0, 0));
    float[] weights = new float[MODEL.taste().prior().shape().weightCount()];
    weights[weights.length - MODEL.taste().prior().shape().profileRelations()] = 1;
    float[] all = new float[films.length];

    ofSix.addParts(weights, all);

    assertThat(one).as("not all 0").isNotEqualTo(new float[films.length]);
    for (int film : films) {
      assertThat(three[film]).isCloseTo(3 * one[film], within(1e-5f));
      assertThat(ofSix.of(0, films)[film]).isCloseTo(three[film], within(1e-5f));
      assertThat(all[film]).isCloseTo(three[film], within(1e-5f));
    }
  }

  /** All that is left of a relation: no film stands out by it. */
  @Test
  void whatEveryFilmHasSaysNothing() {
    PathIndex.Builder links = new PathIndex.Builder(TasteGraph.FILMS, TasteGraph.FILMS, 3, 0);
    IntStream.range(0, TasteGraph.FILMS).forEach(film -> links.link(0, film, 0, film));
    ProfileLifts.Builder lifts = new ProfileLifts.Builder(2, 2);
    lifts.add(0, 0, 0, 1);
    UserProfile old =
        new UserProfile(
            new ServingModel(MODEL.taste(), links.build(), lifts.build(), MODEL.gone()),
            List.of(0));
    float[] weights = new float[MODEL.taste().prior().shape().weightCount()];
    Arrays.fill(weights, 1);

    assertThat(old.part(5, weights)).isZero();
    assertThat(old.part(0, 5, 0, 0, weights)).isZero();
  }

  @Test
  void whoHasNoFeaturesHasNoProfile() {
    UserProfile nobody = new UserProfile(MODEL, List.of());

    assertThat(nobody.relations()).isZero();
    assertThat(nobody.of(0, new int[] {1, 2})).containsOnly(0);
    assertThat(nobody.addParts(new float[0], new float[0])).isZero();
  }
}
