package org.metarec.load;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.load.Simulation.Click;
import org.metarec.load.Simulation.User;

class ClickSimulatorTest {
  private static final FilmCatalog CATALOG = FilmCatalog.read();
  private static final Simulation SIMULATION = run(ClickSimulator.DEFAULT_SEED);
  private static final Map<User, List<Click>> HISTORIES =
      SIMULATION.clicks().stream().collect(groupingBy(Click::user));

  private static Simulation run(long seed) {
    return new ClickSimulator(CATALOG, seed).run();
  }

  @Test
  void thereAreEightHundredUsersOfWhomSixtyAreCold() {
    assertThat(SIMULATION.users()).hasSize(800).doesNotHaveDuplicates();
    Map<Integer, Long> usersByClicks =
        SIMULATION.users().stream()
            .map(user -> HISTORIES.getOrDefault(user, List.of()).size())
            .collect(groupingBy(identity(), counting()));
    assertThat(usersByClicks).contains(entry(0), entry(1), entry(2), entry(3)).doesNotContainKey(4);
    assertThat(usersByClicks.keySet()).allMatch(clicks -> clicks <= 40);
    assertThat(SIMULATION.clicks()).hasSizeBetween(12_000, 16_000);
  }

  private static Map.Entry<Integer, Long> entry(int clicks) {
    return Map.entry(clicks, 15L);
  }

  @Test
  void nobodyClicksANewFilmOrOneFilmTwice() {
    assertThat(SIMULATION.clicks()).noneMatch(click -> click.film().isNew());
    assertThat(HISTORIES.values())
        .allSatisfy(history -> assertThat(history).extracting(Click::film).doesNotHaveDuplicates());
  }

  @Test
  void theTimesOfAUserRise() {
    assertThat(HISTORIES.values())
        .allSatisfy(
            history ->
                assertThat(history)
                    .extracting(Click::at)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(Instant.parse("2024-12-31T23:59:59Z")::isBefore)
                    .allMatch(Instant.parse("2026-11-01T00:00:00Z")::isAfter));
  }

  @Test
  void anotherSeedGivesOtherClicks() {
    assertThat(run(7L).clicks()).isNotEqualTo(SIMULATION.clicks());
  }

  /** The last click of each user is to be found among all unseen films. */
  @Test
  void whoKnowsTheFavouritesBeatsPopularity() {
    Map<Film, Long> popularity =
        HISTORIES.values().stream()
            .flatMap(history -> history.subList(0, history.size() - 1).stream())
            .collect(groupingBy(Click::film, counting()));
    ToDoubleFunction<Film> popular = film -> Math.log1p(popularity.getOrDefault(film, 0L));
    long byPopularity = lastClicksFound(seen -> popular);
    long byPeople =
        lastClicksFound(seen -> film -> popular.applyAsDouble(film) + 2 * sharedPeople(film, seen));
    assertThat(byPeople).isGreaterThan(byPopularity * 3 / 2);
  }

  /** How many users have their last click among the fifty best of the films not seen before. */
  private static long lastClicksFound(Function<List<Film>, ToDoubleFunction<Film>> scoring) {
    return HISTORIES.values().stream()
        .filter(history -> history.size() > 5)
        .filter(
            history -> {
              List<Film> films = history.stream().map(Click::film).toList();
              List<Film> seen = films.subList(0, films.size() - 1);
              ToDoubleFunction<Film> score = scoring.apply(seen);
              double scoreOfLast = score.applyAsDouble(films.get(films.size() - 1));
              return CATALOG.films().stream()
                      .filter(film -> !film.isNew() && !seen.contains(film))
                      .filter(film -> score.applyAsDouble(film) > scoreOfLast)
                      .count()
                  < 50;
            })
        .count();
  }

  private static double sharedPeople(Film film, List<Film> seen) {
    return seen.stream()
            .flatMap(other -> other.people().stream())
            .filter(film.people()::contains)
            .count()
        / Math.sqrt(seen.size());
  }

  @Test
  void theFilmSeenLastPullsTheNext() {
    assertThat(pairsWithASharedPerson(1)).isGreaterThan(1.5 * pairsWithASharedPerson(4));
  }

  /** The share of pairs, so many clicks apart, that have a person in common. */
  private static double pairsWithASharedPerson(int distance) {
    return HISTORIES.values().stream()
        .flatMapToInt(
            history ->
                IntStream.range(distance, history.size())
                    .map(
                        i ->
                            history.get(i).film().people().stream()
                                    .anyMatch(history.get(i - distance).film().people()::contains)
                                ? 1
                                : 0))
        .average()
        .orElseThrow();
  }
}
