// Filters in Cypher. To filter the ten best afterwards may leave nothing: filter first, and pass what is left as
// candidates.

// The best science fiction since 2000. There are five rows if there are five such films that u17 has not clicked.
MATCH (film:Movie)-[:IN_GENRE]->(:Genre {name: 'Science Fiction'}) WHERE film.year >= 2000
WITH collect(film) AS candidates
CALL metarec.recommend('u17', {candidates: candidates, topK: 5}) YIELD rank, item, score
RETURN rank, item.title AS film, item.year AS year, round(score, 2) AS score
ORDER BY rank;

// Films of one director, those already clicked too, in the order of this user.
MATCH (:Person {name: 'Michael Mann'})-[:DIRECTED]->(film:Movie)
WITH collect(film) AS candidates
CALL metarec.recommend('u17', {candidates: candidates, excludeSeen: false}) YIELD rank, item, score
RETURN rank, item.title AS film, round(score, 2) AS score
ORDER BY rank;

// A list of one's own, scored in its order: no ranking, and nothing is left out.
MATCH (film:Movie) WHERE film.title IN ['Alien', 'Heat', 'Ferrari']
WITH film ORDER BY film.title
WITH collect(film) AS films
CALL metarec.score('u17', films) YIELD item, score
RETURN item.title AS film, round(score, 2) AS score;

// More unlike one another, at some cost in score: 0 is by score alone, 1 by unlikeness alone.
CALL metarec.recommend('u17', {topK: 5, diversity: 0.3}) YIELD rank, item, score
RETURN rank, item.title AS film, round(score, 2) AS score
ORDER BY rank;
