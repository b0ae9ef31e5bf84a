// A node that is returned carries all its properties to the client, the vectors of every model among them: nine bytes a
// number over Bolt, one and a half kilobytes for an item of the defaults. An application returns what it shows.

// The properties that models have written to one film.
MATCH (film:Movie {title: 'Heat'})
RETURN film.title AS film, [key IN keys(film) WHERE key STARTS WITH 'rotate'] AS written;

// Named properties only.
CALL metarec.recommend('u17', {topK: 5}) YIELD rank, item, score
RETURN rank, item {.id, .title, .year} AS film, round(score, 2) AS score
ORDER BY rank;

// Paths as text. A path's relationships bear no vectors, its nodes do.
CALL metarec.recommend('u17', {topK: 5, pathsPerItem: 1}) YIELD rank, item, paths
RETURN rank, item.title AS film,
       [node IN nodes(head(paths)) | coalesce(node.title, node.name)] AS nodes,
       [relationship IN relationships(head(paths)) | type(relationship)] AS types
ORDER BY rank;

// Without paths the answer is smaller and comes sooner.
CALL metarec.recommend('u17', {topK: 5, pathsPerItem: 0}) YIELD rank, item, score
RETURN rank, item.id AS film, round(score, 2) AS score
ORDER BY rank;
