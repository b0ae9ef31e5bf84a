package org.metarec.load;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often a film is clicked by people in general: Zipf-like in its rank.
 *
 * <p>The rank follows from how known its people are and from chance, so that something of it can be
 * told of a new film.
 */
final class Popularity {
  private static final double ZIPF_EXPONENT = 0.9;

  /** Flattens the head, so that the first film does not take every tenth click. */
  private static final int RANK_OFFSET = 10;

  private final Map<String, Double> weights = new HashMap<>();

  Popularity(FilmCatalog catalog, SplittableRandom random) {
    Map<String, Integer> filmsOfPeople = catalog.filmsOfPeople();
    Map<String, Double> fame = new HashMap<>();
    for (Film film : catalog.films()) {
      int otherFilms = film.people().stream().mapToInt(name -> filmsOfPeople.get(name) - 1).sum();
      double gumbelNoise = -StrictMath.log(-StrictMath.log(1 - random.nextDouble()));
      fame.put(film.id(), StrictMath.log1p(otherFilms) + gumbelNoise);
    }
    List<Film> ranked =
        catalog.films().stream()
            .sorted(Comparator.<Film>comparingDouble(film -> fame.get(film.id())).reversed())
            .toList();
    for (int rank = 0; rank < ranked.size(); rank++) {
      weights.put(ranked.get(rank).id(), StrictMath.pow(rank + RANK_OFFSET, -ZIPF_EXPONENT));
    }
  }

  /** Positive; only ratios mean something. */
  double of(Film film) {
    return weights.get(film.id());
  }
}
