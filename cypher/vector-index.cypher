// Neo4j's own vector index on the embeddings of the live slot: what it can do beside the exact scan, and what not.

// The live slot changes with each training, the index does not follow: ask for its property and number of floats first.
CALL metarec.model.list() YIELD modelName, embeddingProperty
RETURN modelName, embeddingProperty;

MATCH (film:Movie) WHERE film.rotate_a IS NOT NULL
RETURN size(film.rotate_a) AS floats LIMIT 1;

// Dimensions are left out: the index takes vectors of any length, and a query finds those of its own.
CREATE VECTOR INDEX films_by_embedding IF NOT EXISTS
FOR (film:Movie) ON film.rotate_a
OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine'}};

CALL db.awaitIndexes(60);

// The films most like one, found by way of a graph of neighbours; metarec.similar compares all films, and misses none.
MATCH (heat:Movie {title: 'Heat'})
CALL db.index.vector.queryNodes('films_by_embedding', 6, metarec.embedding(heat)) YIELD node, score
WHERE node <> heat
RETURN node.title AS film, round(2 * score - 1, 3) AS cosine
ORDER BY cosine DESC;

// A wider net, then the score of the user: the index finds two hundred near the last click, metarec.recommend ranks them.
MATCH (:User {id: 'u17'})-[click:CLICKED]->(seen:Movie)
WITH seen ORDER BY click.at DESC LIMIT 1
CALL db.index.vector.queryNodes('films_by_embedding', 200, metarec.embedding(seen)) YIELD node
WITH collect(node) AS near
CALL metarec.recommend('u17', {candidates: near, topK: 5}) YIELD rank, item, score
RETURN rank, item.title AS film, round(score, 2) AS score
ORDER BY rank;

// What it cannot do: RotatE's own distance, a sum of moduli (metarec.complete), is neither cosine nor Euclidean; a score of
// metarec.recommend has parts that are no vectors (paths, what anybody would give); and a new film is not in it.

// Leaves the graph as it was.
DROP INDEX films_by_embedding IF EXISTS;
