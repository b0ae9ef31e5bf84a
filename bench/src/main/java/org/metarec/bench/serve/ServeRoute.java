package org.metarec.bench.serve;

import java.util.Optional;

/**
 * One way to get ten unseen films for a user.
 *
 * @param name as the table has it
 * @param query Cypher with the parameter {@code user}, a key drawn for a request
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

  static final ServeRoute SIMILAR =
      new ServeRoute(
          "metarec.similar, ten like a clicked film",
          "MATCH (:User {id: $user})-[:CLICKED]->(film) WITH film LIMIT 1"
              + " CALL metarec.similar(film) YIELD item RETURN item.id");

  static final ServeRoute LOOKUP =
      new ServeRoute("looking the user up", "MATCH (user:User {id: $user}) RETURN user.id");

  /**
   * Whether it is compared: metarec once, what a user would write instead, and what any query
   * costs.
   */
  boolean isCompared() {
    return equals(METAREC) || !name.contains("metarec");
  }
}
