package org.metarec.meta.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.metarec.testing.RatingWorld;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;

class AttributeRatingsTest {
  private static final int LENGTH = RatingFactorization.WIDTH + 1;
  private static final RatingInput INPUT = RatingWorld.input(3);
  private static final RatedItems ITEMS = new RatedItems(factors());
  private static final AttributeRatings ATTRIBUTES =
      new AttributeRatings(INPUT.paths(), ITEMS, Progress.NONE);

  private static RatingFactorization factors() {
    RatingFactorization factors =
        new RatingFactorization(INPUT.interactions(), INPUT.userFeatures(), 3, 1);
    try (Workers workers = new Workers(1)) {
      factors.fit(workers, Progress.NONE);
    }
    return factors;
  }

  @Test
  void onlyTheGenresAreFew() {
    assertThat(ATTRIBUTES.hasFewAttributes()).containsExactly(false, true);
  }

  @Test
  void aDirectorSaysTheShrunkMeanOfTheRatedFilms() {
    for (int director = 0; director < RatingWorld.DIRECTORS; director++) {
      double sum = 0;
      int count = 0;
      for (int film = director; film < RatingWorld.FILMS; film += RatingWorld.DIRECTORS) {
        if (ITEMS.isRated(film)) {
          sum += ITEMS.deviation(film, LENGTH - 1);
          count++;
        }
      }
      float[] row = ATTRIBUTES.row(0, director);

      assertThat(row[LENGTH - 1]).isCloseTo((float) (sum / (count + 1)), within(1e-5f));
      assertThat(row[LENGTH]).isEqualTo(count);
    }
  }

  @Test
  void aRatedFilmHearsFromItsDirectorOfTheOtherFilmsAlone() {
    for (int film = 0; film < RatingWorld.FILMS - RatingWorld.NEW_FILMS; film++) {
      double sum = 0;
      int count = 0;
      for (int other = film % RatingWorld.DIRECTORS;
          other < RatingWorld.FILMS;
          other += RatingWorld.DIRECTORS) {
        if (other != film && ITEMS.isRated(other)) {
          sum += ITEMS.deviation(other, LENGTH - 1);
          count++;
        }
      }
      double expected = count == 0 ? 0 : sum / (count + 1);
      assertThat(ATTRIBUTES.content(film).values(0)[LENGTH - 1]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void effectsLeaveTheRatedFilmsNothingToExplainButThePenalty() {
    int k = LENGTH - 1;
    for (int genre = 0; genre < RatingWorld.GENRES; genre++) {
      double gradient = 0;
      double effect = ATTRIBUTES.row(1, RatingWorld.DIRECTORS + genre)[k];
      for (int film = genre; film < RatingWorld.FILMS; film += RatingWorld.GENRES) {
        if (ITEMS.isRated(film)) {
          gradient += ITEMS.weight(film) * (ITEMS.deviation(film, k) - effect);
        }
      }
      assertThat(gradient).isCloseTo(20 * effect, within(1e-4));
    }
  }
}
