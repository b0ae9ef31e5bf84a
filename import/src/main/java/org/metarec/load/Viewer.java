package org.metarec.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The latent taste of one simulated user, which moves as films are watched.
 *
 * <p>A viewer has a few favourite people and genres and a favourite time. What was watched last
 * pulls its people and genres into the next choice, and now and then one of its people takes the
 * place of the oldest favourite.
 */
final class Viewer {
  private static final int FAVOURITE_PEOPLE = 4;
  private static final double DRIFT_PROBABILITY = 0.15;
  private static final double FAVOURITE_PERSON = 3.2;
  private static final double FAVOURITE_GENRE = 1.2;
  private static final double PERSON_OF_LAST_FILM = 2.2;
  private static final double GENRE_OF_LAST_FILM = 0.7;
  private static final double YEARS_OF_INTEREST = 18;

  private final Map<String, Integer> filmsOfPeople;
  private final SplittableRandom random;
  private final double favouriteYear;
  private final Set<String> favouriteGenres = new HashSet<>();
  private final Deque<String> favouritePeople = new ArrayDeque<>();
  private List<String> peopleOfLast = List.of();
  private List<String> genresOfLast = List.of();

  Viewer(FilmCatalog catalog, AgeGroup ageGroup, SplittableRandom random) {
    this.filmsOfPeople = catalog.filmsOfPeople();
    this.random = random;
    this.favouriteYear = ageGroup.favouriteYear() + 30 * (random.nextDouble() - 0.5);
    List<String> genres = List.copyOf(catalog.genres());
    favouriteGenres.add(pick(ageGroup.favouriteGenres()));
    favouriteGenres.add(pick(ageGroup.favouriteGenres()));
    favouriteGenres.add(pick(genres));
    while (favouritePeople.size() < FAVOURITE_PEOPLE) {
      Film film = Draw.one(catalog.films(), this::pull, random);
      adopt(pick(film.people()), FAVOURITE_PEOPLE);
    }
  }

  /** How strongly the film attracts this viewer now: positive; only ratios mean something. */
  double pull(Film film) {
    double years = (film.year() - favouriteYear) / YEARS_OF_INTEREST;
    double attraction = -years * years / 2;
    for (String genre : film.genres()) {
      attraction += favouriteGenres.contains(genre) ? FAVOURITE_GENRE : 0;
      attraction += genresOfLast.contains(genre) ? GENRE_OF_LAST_FILM : 0;
    }
    for (String person : film.people()) {
      attraction += favouritePeople.contains(person) ? FAVOURITE_PERSON : 0;
      attraction += peopleOfLast.contains(person) ? PERSON_OF_LAST_FILM : 0;
    }
    return StrictMath.exp(attraction);
  }

  void watch(Film film) {
    peopleOfLast = film.people();
    genresOfLast = film.genres();
    if (random.nextDouble() < DRIFT_PROBABILITY) {
      adopt(pick(film.people()), 2);
    }
  }

  private void adopt(String person, int leastFilms) {
    if (filmsOfPeople.get(person) < leastFilms || favouritePeople.contains(person)) {
      return;
    }
    if (favouritePeople.size() == FAVOURITE_PEOPLE) {
      favouritePeople.removeFirst();
    }
    favouritePeople.addLast(person);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
