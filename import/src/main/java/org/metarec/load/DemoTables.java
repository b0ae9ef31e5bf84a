package org.metarec.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The demo graph as the tables that {@code cypher/load-demo.cypher} reads. */
public final class DemoTables {
  private final FilmCatalog catalog;
  private final Simulation simulation;

  private DemoTables(FilmCatalog catalog, Simulation simulation) {
    this.catalog = catalog;
    this.simulation = simulation;
  }

  /** The tables from the films written by hand and the clicks of the default seed. */
  private static DemoTables generate() {
    FilmCatalog catalog = FilmCatalog.read();
    return new DemoTables(catalog, new ClickSimulator(catalog, ClickSimulator.DEFAULT_SEED).run());
  }

  /**
   * Writes all tables anew.
   *
   * @param arguments the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Table table : generate().all()) {
      Files.writeString(folder.resolve(table.fileName()), table.toCsv(), UTF_8);
    }
  }

  private List<Table> all() {
    Map<String, String> personIds = catalog.personIds();
    return List.of(
        new Table("films.csv", List.of("id", "title", "year", "new"), films()),
        new Table("people.csv", List.of("id", "name"), people(personIds)),
        new Table("genres.csv", List.of("name"), catalog.genres().stream().map(List::of).toList()),
        new Table("directed.csv", List.of("person", "film"), credits(personIds, Film::directors)),
        new Table("acted_in.csv", List.of("person", "film"), credits(personIds, Film::actors)),
        new Table("in_genre.csv", List.of("film", "genre"), genresOfFilms()),
        new Table("users.csv", List.of("id", "name", "ageGroup"), users()),
        new Table("clicks.csv", List.of("user", "film", "at"), clicks()));
  }

  private List<List<String>> films() {
    return catalog.films().stream()
        .map(
            film ->
                List.of(
                    film.id(),
                    film.title(),
                    Integer.toString(film.year()),
                    Boolean.toString(film.isNew())))
        .toList();
  }

  private static List<List<String>> people(Map<String, String> personIds) {
    return personIds.entrySet().stream()
        .map(person -> List.of(person.getValue(), person.getKey()))
        .toList();
  }

  private List<List<String>> credits(
      Map<String, String> personIds, Function<Film, List<String>> names) {
    return catalog.films().stream()
        .flatMap(
            film -> names.apply(film).stream().map(name -> List.of(personIds.get(name), film.id())))
        .toList();
  }

  private List<List<String>> genresOfFilms() {
    return catalog.films().stream()
        .flatMap(film -> film.genres().stream().map(genre -> List.of(film.id(), genre)))
        .toList();
  }

  private List<List<String>> users() {
    return simulation.users().stream()
        .map(user -> List.of(user.id(), user.name(), user.ageGroup().label()))
        .toList();
  }

  private List<List<String>> clicks() {
    return simulation.clicks().stream()
        .map(click -> List.of(click.user().id(), click.film().id(), click.at().toString()))
        .toList();
  }
}
