package org.metarec.testing;

import org.neo4j.graphdb.GraphDatabaseService;

/** Graphs of other people, with the names and the kinds of properties that theirs have. */
public final class KnownGraphs {

  private KnownGraphs() {}

  /** Neo4j's "recommendations" example. */
  public static void createRecommendations(GraphDatabaseService database) {
    run(
        database,
        "CREATE CONSTRAINT FOR (movie:Movie) REQUIRE movie.movieId IS UNIQUE",
        "CREATE CONSTRAINT FOR (movie:Movie) REQUIRE movie.tmdbId IS UNIQUE",
        "CREATE CONSTRAINT FOR (user:User) REQUIRE user.userId IS UNIQUE",
        "CREATE CONSTRAINT FOR (person:Person) REQUIRE person.tmdbId IS UNIQUE",
        "CREATE CONSTRAINT FOR (genre:Genre) REQUIRE genre.name IS UNIQUE",
        """
        CREATE (crime:Genre {name: 'Crime'}), (drama:Genre {name: 'Drama'})
        CREATE (mann:Director:Person {tmdbId: '638', name: 'Michael Mann', born: date('1943-02-05')})
        CREATE (pacino:Actor:Person {tmdbId: '1158', name: 'Al Pacino', bornIn: 'New York'})
        CREATE (deNiro:Actor:Director:Person {tmdbId: '380', name: 'Robert De Niro'})
        WITH *
        UNWIND range(1, 120) AS number
        CREATE (movie:Movie {
          movieId: toString(number), tmdbId: toString(1000 + number), imdbId: '0' + number,
          title: 'Film ' + number, plot: 'Plot ' + number, poster: 'poster/' + number,
          url: 'movie/' + number, year: 1980 + number % 40, released: '1995-12-' + number,
          runtime: 60 + number, imdbRating: 5.0 + number % 4, imdbVotes: 100 * number,
          budget: 1000000 * number, revenue: 3000000 * number,
          countries: ['USA'], languages: ['English']})
        CREATE (movie)-[:IN_GENRE]->(crime), (pacino)-[:ACTED_IN {role: 'Role ' + number}]->(movie)
        FOREACH (_ IN CASE WHEN number % 2 = 0 THEN [1] ELSE [] END |
          CREATE (mann)-[:DIRECTED]->(movie), (movie)-[:IN_GENRE]->(drama))
        FOREACH (_ IN CASE WHEN number % 5 = 0 THEN [1] ELSE [] END |
          CREATE (deNiro)-[:DIRECTED]->(movie), (deNiro)-[:ACTED_IN]->(movie))
        """,
        """
        UNWIND range(1, 150) AS number
        CREATE (user:User {userId: toString(number), name: 'User ' + number})
        WITH user, number
        MATCH (movie:Movie) WHERE toInteger(movie.movieId) % 150 < number % 7
        CREATE (user)-[:RATED {
          rating: 0.5 + number % 10 / 2.0, timestamp: 1260759144 + number}]->(movie)
        """);
  }

  /** Books without a constraint. */
  public static void createBooks(GraphDatabaseService database) {
    run(
        database,
        """
        CREATE (le_guin:Author {name: 'Ursula K. Le Guin'}), (lem:Author {name: 'Stanislaw Lem'})
        CREATE (ace:Publisher {name: 'Ace'}), (mon:Publisher {name: 'MON'})
        CREATE (left:Book {isbn: 1, title: 'The Left Hand of Darkness', published: 1969})
        CREATE (word:Book {isbn: 2, title: 'The Word for World is Forest', published: 1972})
        CREATE (solaris:Book {isbn: 3, title: 'Solaris', published: 1961})
        CREATE (left)-[:WRITTEN_BY]->(le_guin), (word)-[:WRITTEN_BY]->(le_guin)
        CREATE (solaris)-[:WRITTEN_BY]->(lem), (solaris)-[:PUBLISHED_BY]->(mon)
        CREATE (left)-[:PUBLISHED_BY]->(ace), (word)-[:PUBLISHED_BY]->(ace)
        CREATE (eva:Reader {name: 'Eva'}), (max:Reader {name: 'Max'})
        CREATE (eva)-[:RATED]->(left), (eva)-[:RATED]->(solaris), (max)-[:RATED]->(left)
        """);
  }

  private static void run(GraphDatabaseService database, String... statements) {
    for (String statement : statements) {
      database.executeTransactionally(statement);
    }
  }
}
