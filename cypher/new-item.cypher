// A film that is added after training and that nobody has clicked. Nothing is trained again.

MERGE (film:Movie {id: 'tomorrow'}) SET film.title = 'A Film of Tomorrow', film.year = 2026;

// What is known of it: its director, an actor, a genre.
MATCH (film:Movie {id: 'tomorrow'}), (director:Person {name: 'Michael Mann'}),
      (actor:Person {name: 'Al Pacino'}), (genre:Genre {name: 'Crime'})
MERGE (director)-[:DIRECTED]->(film)
MERGE (actor)-[:ACTED_IN]->(film)
MERGE (film)-[:IN_GENRE]->(genre);

// Its embedding is the mean of the places where these relations want it: 2 * embeddingDimension numbers.
MATCH (film:Movie {id: 'tomorrow'})
RETURN film.title AS film, size(metarec.embedding(film)) AS numbers;

// Among new films only, so that it does not compete with those everybody knows.
CALL metarec.recommend('u17', {newOnly: true, topK: 5}) YIELD rank, item, score, paths
RETURN rank, item.title AS film, round(score, 2) AS score,
       [path IN paths | [node IN nodes(path) | coalesce(node.title, node.name)]] AS because
ORDER BY rank;

// Whom to tell of it: the users with the highest score for this one film.
MATCH (user:User)
CALL metarec.score(user, ['tomorrow']) YIELD score
RETURN user.id AS user, round(score, 2) AS score
ORDER BY score DESC, user LIMIT 5;

// Leaves the graph as it was.
MATCH (film:Movie {id: 'tomorrow'}) DETACH DELETE film;
