package org.metarec.load;

import java.util.List;

/**
 * The age of a simulated user: it shifts which genres and which years are liked.
 *
 * @param label what stands in the graph, as in {@code 18-24}
 * @param favouriteYear the middle of the years from which such users like films
 */
record AgeGroup(String label, int favouriteYear, List<String> favouriteGenres) {

  static final List<AgeGroup> ALL =
      List.of(
          new AgeGroup("18-24", 2013, List.of("Science Fiction", "Action", "Horror", "Animation")),
          new AgeGroup("25-34", 2008, List.of("Comedy", "Science Fiction", "Thriller", "Fantasy")),
          new AgeGroup("35-44", 2000, List.of("Crime", "Thriller", "Comedy", "Adventure")),
          new AgeGroup("45-54", 1992, List.of("Drama", "Crime", "Mystery", "Biography")),
          new AgeGroup("55-64", 1982, List.of("Drama", "History", "War", "Musical")),
          new AgeGroup("65+", 1968, List.of("Western", "Romance", "Musical", "Mystery")));

  AgeGroup {
    favouriteGenres = List.copyOf(favouriteGenres);
  }
}
