// Questions to the embeddings alone; no user takes part.

// Films with an embedding like that of Heat.
MATCH (heat:Movie {title: 'Heat'})
CALL metarec.similar(heat, {topK: 5}) YIELD item, score
RETURN item.title AS film, item.year AS year, round(score, 3) AS score;

// Relations that a film most likely lacks: for each relationship type and direction the best candidates.
MATCH (film:Movie {title: 'Ferrari'})
CALL metarec.complete(film, {topK: 3}) YIELD relationshipType, direction, candidate, score
RETURN relationshipType, direction, coalesce(candidate.name, candidate.title, candidate.id) AS candidate,
       round(score, 3) AS score;

// Only the genre, to fill in what an editor forgot. The score is not a probability: compare scores of one type only.
MATCH (film:Movie {title: 'Ferrari'})
CALL metarec.complete(film, {topK: 3, relationshipTypes: ['IN_GENRE']}) YIELD candidate, score
RETURN candidate.name AS genre, round(score, 3) AS score;
