package org.metarec.load;

import java.util.List;

/**
 * A film of the demo graph.
 *
 * @param id {@code m1}, {@code m2} … in the order of the source file
 * @param year the year of the first showing
 * @param directors names, at least one
 * @param actors names of the three or four leads; voices in an animated film
 * @param people directors and actors, each once
 * @param genres one to three
 * @param isNew nobody has clicked it
 */
record Film(
    String id,
    String title,
    int year,
    List<String> directors,
    List<String> actors,
    List<String> people,
    List<String> genres,
    boolean isNew) {

  Film {
    directors = List.copyOf(directors);
    actors = List.copyOf(actors);
    people = List.copyOf(people);
    genres = List.copyOf(genres);
  }
}
