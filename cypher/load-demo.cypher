// Loads the demo graph from the folder `demo` in Neo4j's import folder; constraints.cypher comes first.
//
// Loading twice changes nothing: MERGE finds what is there. A missing key, an unknown film, person, genre
// or user, a year or a time that is none: each stops the statement with an error, for OPTIONAL MATCH hands
// on a null that MERGE refuses, where MATCH would skip the row without a word. After the repair, load again.
// In Neo4j Browser, put `:auto` before each statement that ends with IN TRANSACTIONS.

LOAD CSV WITH HEADERS FROM 'file:///demo/films.csv' AS row
MERGE (film:Movie {id: row.id})
// date() refuses a year that is not a number, and '' for one that is missing; toInteger() makes both null
SET film.title = row.title, film.year = date(coalesce(row.year, '')).year;

LOAD CSV WITH HEADERS FROM 'file:///demo/people.csv' AS row
MERGE (person:Person {id: row.id})
SET person.name = row.name;

LOAD CSV WITH HEADERS FROM 'file:///demo/genres.csv' AS row
MERGE (:Genre {name: row.name});

LOAD CSV WITH HEADERS FROM 'file:///demo/users.csv' AS row
MERGE (user:User {id: row.id})
SET user.name = row.name, user.ageGroup = row.ageGroup;

LOAD CSV WITH HEADERS FROM 'file:///demo/directed.csv' AS row
OPTIONAL MATCH (person:Person {id: row.person})
OPTIONAL MATCH (film:Movie {id: row.film})
MERGE (person)-[:DIRECTED]->(film);

LOAD CSV WITH HEADERS FROM 'file:///demo/acted_in.csv' AS row
OPTIONAL MATCH (person:Person {id: row.person})
OPTIONAL MATCH (film:Movie {id: row.film})
MERGE (person)-[:ACTED_IN]->(film);

LOAD CSV WITH HEADERS FROM 'file:///demo/in_genre.csv' AS row
OPTIONAL MATCH (film:Movie {id: row.film})
OPTIONAL MATCH (genre:Genre {name: row.genre})
MERGE (film)-[:IN_GENRE]->(genre);

LOAD CSV WITH HEADERS FROM 'file:///demo/clicks.csv' AS row
CALL (row) {
  OPTIONAL MATCH (user:User {id: row.user})
  OPTIONAL MATCH (film:Movie {id: row.film})
  MERGE (user)-[click:CLICKED]->(film)
  SET click.at = datetime(coalesce(row.at, ''))
} IN TRANSACTIONS OF 5000 ROWS;
