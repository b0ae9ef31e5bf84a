package org.metarec.meta.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Floats;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.metarec.model.rating.RatingModel;
import org.metarec.path.PathIndex;
import org.metarec.testing.Clicks;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

/** Which films tell what new ones of their genre are worth. */
class ExpectedRatingsTest {
  private static final int USERS = 60;

  /**
   * One genre's film; the other genre has its mirror image, as bad as this is good.
   *
   * @param quality how much better than the mean
   * @param raters how many users rated it
   */
  private record Film(float year, double quality, int raters) {}

  @Test
  void recentFilmsTellMost() {
    List<Film> films = new ArrayList<>();
    films.addAll(Collections.nCopies(60, new Film(1960, 1, USERS / 2)));
    films.addAll(Collections.nCopies(40, new Film(2000, -1, USERS / 2)));

    assertThat(expected(films)).isLessThan(-0.5);
  }

  @Test
  void filmsOfManyRatingsTellMost() {
    List<Film> films = new ArrayList<>();
    films.addAll(Collections.nCopies(20, new Film(2000, 1, USERS)));
    films.addAll(Collections.nCopies(60, new Film(2000, -1, 2)));

    assertThat(expected(films)).isGreaterThan(0.3);
  }

  /** How much better than one of the other genre a new film of the year 2000 is expected to be. */
  private static double expected(List<Film> films) {
    int known = 2 * films.size();
    SplittableRandom random = new SplittableRandom(1);
    PathIndex.Builder paths = new PathIndex.Builder(known + 2, known + 2, 1, 0);
    float[] years = new float[known + 2];
    for (int i = 0; i < years.length; i++) {
      paths.link(0, i, i % 2, i);
      years[i] = i < known ? films.get(i / 2).year() : 2000;
    }
    List<Integer> items = new ArrayList<>();
    List<Float> ratings = new ArrayList<>();
    int[] offsets = new int[USERS + 1];
    for (int user = 0; user < USERS; user++) {
      for (int i = 0; i < known; i++) {
        Film film = films.get(i / 2);
        if ((user + i / 2) % USERS < film.raters()) {
          double quality = i % 2 == 0 ? film.quality() : -film.quality();
          items.add(i);
          ratings.add((float) (3 + quality + 0.3 * random.nextGaussian()));
        }
      }
      offsets[user + 1] = items.size();
    }
    RatingModel model = learn(years, paths.build(), offsets, items, ratings);
    int offset = RatingFactorization.WIDTH;
    return model.rows().row(known).orElseThrow()[offset]
        - model.rows().row(known + 1).orElseThrow()[offset];
  }

  private static RatingModel learn(
      float[] years, PathIndex paths, int[] offsets, List<Integer> items, List<Float> ratings) {
    Interactions interactions =
        Clicks.withoutTimes(years.length, offsets, Ints.toArray(items), Floats.toArray(ratings));
    NodeFeatures none = NodeFeatures.none(USERS);
    RatingInput input =
        new RatingInput(years.length + 2, interactions, paths, none, new ItemTimes(years));
    return RatingLearner.learn(input, 3, 1, 1, Progress.NONE);
  }
}
