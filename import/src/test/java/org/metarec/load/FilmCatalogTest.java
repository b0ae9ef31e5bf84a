package org.metarec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatStream;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilmCatalogTest {
  private static final FilmCatalog CATALOG = FilmCatalog.read();
  private static final List<Film> FILMS = CATALOG.films();

  @Test
  void theFilmsAreManyAndFromEightDecadesAtLeast() {
    assertThat(FILMS).hasSizeGreaterThanOrEqualTo(420);
    assertThatStream(FILMS.stream().map(film -> film.year() / 10).distinct())
        .hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void noFilmOccursTwice() {
    assertThat(FILMS).extracting(film -> film.title() + film.year()).doesNotHaveDuplicates();
  }

  @Test
  void everyFilmHasItsPeopleAndGenres() {
    assertThat(FILMS)
        .allSatisfy(
            film -> {
              assertThat(film.title()).isEqualTo(film.title().strip()).isNotEmpty();
              assertThat(film.directors()).isNotEmpty().doesNotHaveDuplicates();
              assertThat(film.actors()).hasSizeBetween(3, 4).doesNotHaveDuplicates();
              assertThat(film.genres()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
              assertThat(film.people())
                  .allMatch(name -> !name.isEmpty() && name.equals(name.strip()));
            });
    assertThat(CATALOG.genres()).hasSizeBetween(14, 18);
  }

  @Test
  void everyNewFilmIsTiedToAnotherFilmByAPerson() {
    List<Film> newFilms = FILMS.stream().filter(Film::isNew).toList();
    assertThat(newFilms)
        .hasSizeGreaterThanOrEqualTo(16)
        .allMatch(film -> film.year() >= 2020)
        .allMatch(
            film ->
                FILMS.stream()
                    .filter(other -> !other.isNew())
                    .anyMatch(other -> other.people().stream().anyMatch(film.people()::contains)));
  }

  @Test
  void thiefAndHeatShareTheirDirector() {
    assertThat(FILMS)
        .filteredOn(film -> film.directors().contains("Michael Mann"))
        .extracting(Film::title)
        .contains("Thief", "Manhunter", "Heat", "The Insider", "Collateral");
  }
}
