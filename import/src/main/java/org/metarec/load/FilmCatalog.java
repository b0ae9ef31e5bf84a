package org.metarec.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The films written by hand in {@code demo/films-source.csv}, and the people and genres in them.
 *
 * <p>Fields are separated by semicolons, lists within a field by bars.
 */
final class FilmCatalog {
  private static final String SOURCE = "/demo/films-source.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).build();

  private final List<Film> films;
  private final Map<String, Integer> filmsOfPeople = new LinkedHashMap<>();

  private FilmCatalog(List<Film> films) {
    this.films = List.copyOf(films);
    for (Film film : films) {
      film.people().forEach(name -> filmsOfPeople.merge(name, 1, Integer::sum));
    }
  }

  static FilmCatalog read() {
    try (Reader reader =
        new InputStreamReader(FilmCatalog.class.getResourceAsStream(SOURCE), UTF_8)) {
      List<Film> films = new ArrayList<>();
      for (CSVRecord row : FORMAT.parse(reader)) {
        films.add(film("m" + (films.size() + 1), row));
      }
      return new FilmCatalog(films);
    } catch (IOException cause) {
      throw new UncheckedIOException("cannot read " + SOURCE + " on the class path", cause);
    }
  }

  private static Film film(String id, CSVRecord row) {
    List<String> directors = list(row.get("directors"));
    List<String> actors = list(row.get("actors"));
    return new Film(
        id,
        row.get("title"),
        Integer.parseInt(row.get("year")),
        directors,
        actors,
        Stream.concat(directors.stream(), actors.stream()).distinct().toList(),
        list(row.get("genres")),
        Boolean.parseBoolean(row.get("new")));
  }

  private static List<String> list(String field) {
    return List.of(field.split("\\|", -1));
  }

  List<Film> films() {
    return films;
  }

  /** Name of a person → key, {@code p1}, {@code p2} … in order of first appearance. */
  Map<String, String> personIds() {
    Map<String, String> ids = new LinkedHashMap<>();
    filmsOfPeople.keySet().forEach(name -> ids.put(name, "p" + (ids.size() + 1)));
    return ids;
  }

  /** Name of a person → number of films directed or acted in. */
  Map<String, Integer> filmsOfPeople() {
    return Collections.unmodifiableMap(filmsOfPeople);
  }

  Set<String> genres() {
    Set<String> genres = new LinkedHashSet<>();
    films.forEach(film -> genres.addAll(film.genres()));
    return genres;
  }
}
