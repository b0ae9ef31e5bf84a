package org.metarec.bench.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways to get ten unseen films that are measured.
 *
 * @param ordinary of a graph without hubs
 * @param ofHubs after {@link FilmHubs#addUsers}
 * @param ofPerson after {@link FilmHubs#addPerson}, too
 * @param ofGenre last, since each request finds a change
 */
record ServeRoutes(
    List<ServeRoute> ordinary,
    List<ServeRoute> ofHubs,
    List<ServeRoute> ofPerson,
    List<ServeRoute> ofGenre) {
  /** Of users and a film that {@link FilmHubs#addUsers} adds. */
  private static final List<ServeRoute> OF_HUBS =
      List.of(
          new ServeRoute(
              "metarec, a user with 40 clicks",
              "CALL metarec.recommend('other') YIELD item RETURN item.id"),
          new ServeRoute(
              "metarec, the same with an item that everyone clicked (hub)",
              "CALL metarec.recommend('fan') YIELD item RETURN item.id"),
          new ServeRoute(
              "metarec, a heavy user", "CALL metarec.recommend('heavy') YIELD item RETURN item.id"),
          new ServeRoute(
              "metarec, a heavy user right after a click",
              "CALL metarec.recommend('heavy') YIELD item RETURN item.id",
              Optional.of(
                  """
                  MATCH (user:User {id: 'heavy'}), (film:Movie {id: $film})
                  CREATE (user)-[:CLICKED {at: timestamp()}]->(film)
                  """)));

  /** For the user with 40 clicks; see {@link FilmHubs#addPerson}. */
  private static final ServeRoute OF_PERSON =
      new ServeRoute(
          "metarec, the same with a person in half of the films (hub)",
          "CALL metarec.recommend('other') YIELD item RETURN item.id");

  /** Changes the graph; a genre in a tenth of the films is a hub, too. */
  private static final ServeRoute OF_GENRE =
      new ServeRoute(
          "metarec, right after a film has got the commonest genre (hub)",
          ServeRoute.METAREC.query(),
          Optional.of(
              """
              MATCH (film:Movie {id: $film}), (genre:Genre {id: 'g0'})
              CREATE (film)-[:IN_GENRE {hub: true}]->(genre)
              """));

  /** Of a graph without hubs. */
  private static final List<ServeRoute> ORDINARY =
      List.of(
          ServeRoute.LOOKUP,
          ServeRoute.METAREC,
          new ServeRoute(
              "metarec, without paths",
              """
              CALL metarec.recommend($user, {pathsPerItem: 0}) YIELD item, score
              RETURN item.id, score
              """),
          new ServeRoute(
              "metarec, whole nodes, without paths",
              "CALL metarec.recommend($user, {pathsPerItem: 0}) YIELD item, score"
                  + " RETURN item, score"),
          new ServeRoute(
              "metarec, whole nodes and paths",
              "CALL metarec.recommend($user) YIELD item, score, contributions, paths"
                  + " RETURN item, score, contributions, paths"),
          ServeRoute.SIMILAR,
          new ServeRoute(
              "metarec.complete, ten genres, directors, actors and users of a clicked film",
              "MATCH (:User {id: $user})-[:CLICKED]->(film) WITH film LIMIT 1"
                  + " CALL metarec.complete(film) YIELD candidate RETURN candidate.id"),
          new ServeRoute(
              "collecting 1,000 candidates, no metarec",
              "MATCH (film:Movie) WITH film LIMIT 1000 RETURN size(collect(film))"),
          new ServeRoute(
              "metarec, 1,000 candidates",
              """
              MATCH (film:Movie) WITH film LIMIT 1000 WITH collect(film) AS films
              CALL metarec.recommend($user, {candidates: films, pathsPerItem: 0})
              YIELD item RETURN item.id
              """),
          new ServeRoute(
              "vector index: mean of the clicked, 100 nearest, unseen",
              """
              MATCH (user:User {id: $user})-[:CLICKED]->(seen:Movie)
              WITH user, collect(seen.rotate_a) AS vectors
              WITH user, [k IN range(0, size(vectors[0]) - 1) |
                reduce(sum = 0.0, vector IN vectors | sum + vector[k]) / size(vectors)] AS mean
              CALL db.index.vector.queryNodes('films', 100, mean) YIELD node, score
              WHERE NOT EXISTS { (user)-[:CLICKED]->(node) }
              RETURN node.id, score ORDER BY score DESC LIMIT 10
              """),
          new ServeRoute(
              "Cypher, director and actor overlap",
              """
              MATCH (user:User {id: $user})-[:CLICKED]->(:Movie)<-[:DIRECTED|ACTED_IN]-(person)
              WITH user, person, count(*) AS shared
              MATCH (person)-[:DIRECTED|ACTED_IN]->(film:Movie)
              WITH user, film, sum(shared) AS score
              WHERE NOT EXISTS { (user)-[:CLICKED]->(film) }
              RETURN film.id, score ORDER BY score DESC LIMIT 10
              """),
          new ServeRoute(
              "Cypher, collaborative, top-50 neighbours",
              """
              MATCH (user:User {id: $user})-[:CLICKED]->(:Movie)<-[:CLICKED]-(other:User)
              WHERE other <> user
              WITH user, other, count(*) AS shared ORDER BY shared DESC LIMIT 50
              MATCH (other)-[:CLICKED]->(film:Movie)
              WITH user, film, sum(shared) AS score
              WHERE NOT EXISTS { (user)-[:CLICKED]->(film) }
              RETURN film.id, score ORDER BY score DESC LIMIT 10
              """),
          new ServeRoute(
              "Cypher, weighted director, actor, genre as UNION",
              """
              MATCH (user:User {id: $user})
              CALL {
                WITH user MATCH (user)-[:CLICKED]->(:Movie)<-[:DIRECTED]-(person)
                WITH person, count(*) AS shared
                MATCH (person)-[:DIRECTED]->(film:Movie) RETURN film, 3.0 * sum(shared) AS part
                UNION ALL
                WITH user MATCH (user)-[:CLICKED]->(:Movie)<-[:ACTED_IN]-(person)
                WITH person, count(*) AS shared
                MATCH (person)-[:ACTED_IN]->(film:Movie) RETURN film, 2.0 * sum(shared) AS part
                UNION ALL
                WITH user MATCH (user)-[:CLICKED]->(:Movie)-[:IN_GENRE]->(genre)
                WITH genre, count(*) AS shared
                MATCH (genre)<-[:IN_GENRE]-(film:Movie) RETURN film, 0.1 * sum(shared) AS part
              }
              WITH user, film, sum(part) AS score
              WHERE NOT EXISTS { (user)-[:CLICKED]->(film) }
              RETURN film.id, score ORDER BY score DESC LIMIT 10
              """));

  /**
   * Those whose names have a word.
   *
   * @throws IllegalArgumentException if there are none
   */
  static ServeRoutes named(String word) {
    ServeRoutes named =
        new ServeRoutes(
            named(ORDINARY, word),
            named(OF_HUBS, word),
            named(List.of(OF_PERSON), word),
            named(List.of(OF_GENRE), word));
    if (named.all().isEmpty()) {
      throw new IllegalArgumentException(
          "routes is '%s', which none has in its name; there are %s"
              .formatted(word, named("").all().stream().map(ServeRoute::name).toList()));
    }
    return named;
  }

  /**
   * The first one of a graph without hubs whose name has a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ServeRoute ordinary(String word) {
    return named(word).ordinary().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "route is '%s', which only names of routes with hubs have; there are %s"
                        .formatted(word, ORDINARY.stream().map(ServeRoute::name).toList())));
  }

  private static List<ServeRoute> named(List<ServeRoute> routes, String word) {
    return routes.stream().filter(route -> route.name().contains(word)).toList();
  }

  List<ServeRoute> all() {
    return Stream.of(ordinary, ofHubs, ofPerson, ofGenre).flatMap(List::stream).toList();
  }
}
