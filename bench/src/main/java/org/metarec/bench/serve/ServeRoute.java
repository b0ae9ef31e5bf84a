package org.metarec.bench.serve;

import java.util.List;
import java.util.Optional;

/**
 * One way to get ten unseen films for a user.
 *
 * @param name as the table has it
 * @param query Cypher with the parameters {@code user} and {@code film}, keys drawn for a request
 * @param before Cypher with the parameter {@code film}, the key of a film: what is committed before
 *     each request, outside its time
 */
record ServeRoute(String name, String query, Optional<String> before) {

  ServeRoute(String name, String query) {
    this(name, query, Optional.empty());
  }

  static final ServeRoute METAREC =
      new ServeRoute(
          "metarec, 3 paths an item",
          """
          CALL metarec.recommend($user) YIELD item, score, paths
          RETURN item.id, score,
            [path IN paths | [node IN nodes(path) | coalesce(node.title, node.name)]] AS because
          """);

  static final ServeRoute LOOKUP =
      new ServeRoute("looking the user up", "MATCH (user:User {id: $user}) RETURN user.id");

  /** For the user with 40 clicks; see {@link FilmHubs#addPerson}. */
  static final ServeRoute PERSON_HUB =
      new ServeRoute(
          "metarec, the same with a person in half of the films (hub)",
          "CALL metarec.recommend('other') YIELD item RETURN item.id");

  private static final List<ServeRoute> ALL =
      List.of(
          LOOKUP,
          METAREC,
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
                  """)),
          new ServeRoute(
              "metarec.similar, ten like a clicked film",
              "MATCH (:User {id: $user})-[:CLICKED]->(film) WITH film LIMIT 1"
                  + " CALL metarec.similar(film) YIELD item RETURN item.id"),
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
              """),
          PERSON_HUB);

  /**
   * Those whose names have a word.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<ServeRoute> named(String word) {
    List<ServeRoute> named = ALL.stream().filter(route -> route.name().contains(word)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "routes is '%s', which none has in its name; there are %s"
              .formatted(word, ALL.stream().map(ServeRoute::name).toList()));
    }
    return named;
  }
}
