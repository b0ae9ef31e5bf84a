package org.metarec.testing;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.metarec.meta.rating.RatingInput;
import org.metarec.model.rating.RatingPart;
import org.metarec.model.rating.RatingPrior;
import org.metarec.path.PathIndex;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.time.ItemTimes;

/**
 * A world in which it is known how ratings come about: an item is as good as its director and its
 * genre, some users like what others do not, some are more generous. The last films are new.
 */
public final class RatingWorld {
  public static final int FILMS = 240;
  public static final int NEW_FILMS = 40;
  public static final int DIRECTORS = 80;
  public static final int GENRES = 4;
  public static final int USERS = 300;

  private final SplittableRandom random;
  private final double[] directors = new double[DIRECTORS];
  private final double[] genres = new double[GENRES];

  private RatingWorld(long seed) {
    random = new SplittableRandom(seed);
    for (int director = 0; director < DIRECTORS; director++) {
      directors[director] = 0.6 * random.nextGaussian();
    }
    for (int genre = 0; genre < GENRES; genre++) {
      genres[genre] = 0.4 * random.nextGaussian();
    }
  }

  /** What is learned from. */
  public static RatingInput input(long seed) {
    return new RatingWorld(seed).input();
  }

  /** How much better than the mean a film is. */
  public static double quality(long seed, int film) {
    RatingWorld world = new RatingWorld(seed);
    return world.directors[film % DIRECTORS] + world.genres[film % GENRES];
  }

  /** A prior of no factor weights: precision 1, noise as given, no relation, mean row 0. */
  public static RatingPrior prior(int width, float noise) {
    int length = width + 1;
    float[] precision = new float[length * length];
    for (int k = 0; k < length; k++) {
      precision[k * length + k] = 1;
    }
    Map<RatingPart, float[]> parts = new EnumMap<>(RatingPart.class);
    parts.put(RatingPart.NOISE, new float[] {noise});
    parts.put(RatingPart.USER_MEANS, new float[2 * length]);
    parts.put(RatingPart.USER_PRECISION, precision);
    parts.put(RatingPart.ITEM_CENTRE, new float[length]);
    parts.put(RatingPart.YEAR_SCALE, new float[] {0, 1, 0, 0});
    parts.put(RatingPart.FEW_ATTRIBUTES, new float[0]);
    parts.put(RatingPart.CONTENT_SCALE, new float[] {0, 0, 1, 1});
    parts.put(RatingPart.CONTENT_WEIGHTS, new float[3 * length]);
    return new RatingPrior(parts);
  }

  private RatingInput input() {
    PathIndex.Builder paths = new PathIndex.Builder(FILMS, FILMS, 2, 0);
    for (int film = 0; film < FILMS; film++) {
      paths.link(0, film, film % DIRECTORS, film);
      paths.link(1, film, DIRECTORS + film % GENRES, FILMS + film);
    }
    int[] offsets = new int[USERS + 1];
    int each = 30;
    int[] items = new int[USERS * each];
    float[] ratings = new float[items.length];
    for (int user = 0; user < USERS; user++) {
      offsets[user + 1] = (user + 1) * each;
      double generous = 0.4 * random.nextGaussian();
      int first = random.nextInt(FILMS - NEW_FILMS);
      for (int i = 0; i < each; i++) {
        int film = (first + 7 * i) % (FILMS - NEW_FILMS);
        double rating = 3 + directors[film % DIRECTORS] + genres[film % GENRES] + generous;
        items[user * each + i] = film;
        ratings[user * each + i] = (float) (rating + 0.3 * random.nextGaussian());
      }
    }
    return new RatingInput(
        FILMS + DIRECTORS + GENRES,
        Clicks.withoutTimes(FILMS, offsets, items, ratings),
        paths.build(),
        NodeFeatures.none(USERS),
        new ItemTimes(new float[FILMS]));
  }
}
