package org.metarec.bench.serve;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How films are related to people or genres.
 *
 * @param type of the relationships
 * @param label of the nodes
 * @param prefix of their keys, before a number
 * @param choice of the numbers
 * @param counts how many nodes a film has: one of these numbers
 */
record FilmRelation(
    String type, String label, String prefix, ZipfChoice choice, List<Integer> counts) {
  FilmRelation {
    counts = List.copyOf(counts);
  }

  /** 1 or 2; there is one for every five films. */
  static FilmRelation directors(int films) {
    return new FilmRelation(
        "DIRECTED", "Person", "d", new ZipfChoice(Math.max(2, films / 5)), List.of(1, 2));
  }

  /** 4; there are as many as films. */
  static FilmRelation actors(int films) {
    return new FilmRelation(
        "ACTED_IN", "Person", "a", new ZipfChoice(Math.max(4, films)), List.of(4));
  }

  /** 2 or 3 of 24. */
  static FilmRelation genres() {
    return new FilmRelation("IN_GENRE", "Genre", "g", new ZipfChoice(24), List.of(2, 3));
  }

  static List<FilmRelation> all(int films) {
    return List.of(directors(films), actors(films), genres());
  }

  /** Numbers of the nodes of one film. */
  int[] draw(SplittableRandom random) {
    return choice.drawDistinct(counts.get(random.nextInt(counts.size())), random);
  }
}
