package org.metarec.testing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * A film graph that fits on a page: 12 films, one of them (Ferrari) without a click; 8 users, one
 * of them (Hal) without a click; directors, actors and genres; no two clicks at the same time.
 *
 * <p>Kay and Liv love crime films, Moe and Ned science fiction, the others both.
 */
public final class TinyMovieGraph {

  /** Uniqueness constraints; to be committed before the data. */
  public static final List<String> CONSTRAINTS =
      List.of(
          "CREATE CONSTRAINT FOR (user:User) REQUIRE user.id IS UNIQUE",
          "CREATE CONSTRAINT FOR (movie:Movie) REQUIRE movie.id IS UNIQUE",
          "CREATE CONSTRAINT FOR (person:Person) REQUIRE person.id IS UNIQUE",
          "CREATE CONSTRAINT FOR (genre:Genre) REQUIRE genre.name IS UNIQUE");

  /** All nodes and relationships, in one statement. */
  public static final String DATA =
      """
      CREATE
        (crime:Genre {name: 'Crime'}), (drama:Genre {name: 'Drama'}),
        (fiction:Genre {name: 'Science Fiction'}),
        (mann:Person {id: 'p1', name: 'Michael Mann'}),
        (scorsese:Person {id: 'p2', name: 'Martin Scorsese'}),
        (scott:Person {id: 'p3', name: 'Ridley Scott'}),
        (villeneuve:Person {id: 'p4', name: 'Denis Villeneuve'}),
        (pacino:Person {id: 'p5', name: 'Al Pacino'}),
        (deNiro:Person {id: 'p6', name: 'Robert De Niro'}),
        (caan:Person {id: 'p7', name: 'James Caan'}),
        (ford:Person {id: 'p8', name: 'Harrison Ford'}),
        (weaver:Person {id: 'p9', name: 'Sigourney Weaver'}),
        (driver:Person {id: 'p10', name: 'Adam Driver'}),
        (adams:Person {id: 'p11', name: 'Amy Adams'}),
        (gosling:Person {id: 'p12', name: 'Ryan Gosling'}),
        (thief:Movie {id: 'm1', title: 'Thief', year: 1981}),
        (heat:Movie {id: 'm2', title: 'Heat', year: 1995}),
        (insider:Movie {id: 'm3', title: 'The Insider', year: 1999}),
        (taxi:Movie {id: 'm4', title: 'Taxi Driver', year: 1976}),
        (casino:Movie {id: 'm5', title: 'Casino', year: 1995}),
        (irishman:Movie {id: 'm6', title: 'The Irishman', year: 2019}),
        (alien:Movie {id: 'm7', title: 'Alien', year: 1979}),
        (blade:Movie {id: 'm8', title: 'Blade Runner', year: 1982}),
        (duel:Movie {id: 'm9', title: 'The Last Duel', year: 2021}),
        (arrival:Movie {id: 'm10', title: 'Arrival', year: 2016}),
        (blade2049:Movie {id: 'm11', title: 'Blade Runner 2049', year: 2017}),
        (ferrari:Movie {id: 'm12', title: 'Ferrari', year: 2023}),
        (mann)-[:DIRECTED]->(thief), (mann)-[:DIRECTED]->(heat), (mann)-[:DIRECTED]->(insider),
        (mann)-[:DIRECTED]->(ferrari), (scorsese)-[:DIRECTED]->(taxi),
        (scorsese)-[:DIRECTED]->(casino), (scorsese)-[:DIRECTED]->(irishman),
        (scott)-[:DIRECTED]->(alien), (scott)-[:DIRECTED]->(blade), (scott)-[:DIRECTED]->(duel),
        (villeneuve)-[:DIRECTED]->(arrival), (villeneuve)-[:DIRECTED]->(blade2049),
        (caan)-[:ACTED_IN]->(thief), (pacino)-[:ACTED_IN]->(heat), (deNiro)-[:ACTED_IN]->(heat),
        (pacino)-[:ACTED_IN]->(insider), (deNiro)-[:ACTED_IN]->(taxi),
        (deNiro)-[:ACTED_IN]->(casino), (pacino)-[:ACTED_IN]->(irishman),
        (deNiro)-[:ACTED_IN]->(irishman), (weaver)-[:ACTED_IN]->(alien),
        (ford)-[:ACTED_IN]->(blade), (driver)-[:ACTED_IN]->(duel), (adams)-[:ACTED_IN]->(arrival),
        (ford)-[:ACTED_IN]->(blade2049), (gosling)-[:ACTED_IN]->(blade2049),
        (driver)-[:ACTED_IN]->(ferrari),
        (thief)-[:IN_GENRE]->(crime), (heat)-[:IN_GENRE]->(crime), (insider)-[:IN_GENRE]->(drama),
        (taxi)-[:IN_GENRE]->(crime), (taxi)-[:IN_GENRE]->(drama), (casino)-[:IN_GENRE]->(crime),
        (irishman)-[:IN_GENRE]->(crime), (alien)-[:IN_GENRE]->(fiction),
        (blade)-[:IN_GENRE]->(fiction), (duel)-[:IN_GENRE]->(drama),
        (arrival)-[:IN_GENRE]->(fiction), (arrival)-[:IN_GENRE]->(drama),
        (blade2049)-[:IN_GENRE]->(fiction), (ferrari)-[:IN_GENRE]->(drama)
      WITH *
      UNWIND [
        ['u1', 'Ada', '18-24', [heat, casino, alien]],
        ['u2', 'Bob', '25-34', [blade, arrival, heat, taxi]],
        ['u3', 'Cid', '25-34', [duel, insider, thief]],
        ['u4', 'Hal', '18-24', []],
        ['u5', 'Kay', '35-44', [thief, heat, taxi, casino, irishman]],
        ['u6', 'Liv', '35-44', [heat, insider, irishman, casino]],
        ['u7', 'Moe', '18-24', [alien, blade, arrival, blade2049]],
        ['u8', 'Ned', '25-34', [blade, blade2049, arrival, duel]]] AS row
      CREATE (user:User {id: row[0], name: row[1], ageGroup: row[2]})
      WITH user, row[3] AS films,
        datetime('2026-01-01') + duration({days: toInteger(substring(row[0], 1))}) AS day
      UNWIND range(0, size(films) - 1) AS position
      WITH user, films[position] AS film, day + duration({hours: position}) AS time
      CREATE (user)-[:CLICKED {at: time}]->(film)
      """;

  private TinyMovieGraph() {}

  /** Creates constraints and data in an empty database. */
  public static void create(GraphDatabaseService database) {
    CONSTRAINTS.forEach(database::executeTransactionally);
    database.executeTransactionally(DATA);
  }

  /** The node of the graph that has an id: a user, film or person. */
  public static Node node(Transaction tx, String id) {
    return Stream.of("User", "Movie", "Person")
        .map(label -> tx.findNode(Label.label(label), "id", id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
