// What users take together, and one after the other, as relations between items, so that it counts and is shown as a
// reason where neither people nor genres explain it. Run it before each training that is from scratch. New items, which
// nobody has taken yet, may be hardly recommended then: see docs/guide.md.

// Of each film the five with the largest cosine of who clicked them, two users at least.
MATCH (film:Movie)<-[:CLICKED]-(user:User)-[:CLICKED]->(other:Movie)
WITH film, other, count(DISTINCT user) AS both WHERE both >= 2
WITH film, other, both / sqrt(COUNT { (film)<-[:CLICKED]-() } * COUNT { (other)<-[:CLICKED]-() }) AS cosine
ORDER BY cosine DESC, other.id
WITH film, collect(other)[..5] AS nearest
UNWIND nearest AS other
MERGE (film)-[:CLICKED_WITH]->(other)
RETURN count(*) AS together;

// Of each film the four that most users clicked next, two users at least.
MATCH (user:User)-[clicked:CLICKED]->(film:Movie)
WITH user, film ORDER BY clicked.at
WITH user, collect(film) AS films
UNWIND range(0, size(films) - 2) AS place
WITH films[place] AS film, films[place + 1] AS next, count(*) AS users WHERE users >= 2
ORDER BY users DESC, next.id
WITH film, collect(next)[..4] AS following
UNWIND following AS next
MERGE (film)-[:THEN]->(next)
RETURN count(*) AS following;

// Both are among the relations that a training reads.
CALL metarec.schema() YIELD role, name, count
WHERE role = 'relation' AND name IN ['CLICKED_WITH', 'THEN']
RETURN name, count;

// Leaves the graph as it was.
MATCH (:Movie)-[made:CLICKED_WITH|THEN]->(:Movie) DELETE made;
