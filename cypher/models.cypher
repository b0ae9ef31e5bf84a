// Several models side by side, what is known of each, and how one is removed without a trace.

// The models there are, with every setting and its value.
CALL metarec.model.list()
YIELD modelName, modelVersion, createdAt, nodeCount, embeddingProperty, metrics, configuration;

// A second model with smaller embeddings. It writes to properties of its own: rotate_small_a and so on.
CALL metarec.train({modelName: 'small', embeddingDimension: 16})
YIELD modelName, modelVersion, embeddingProperty, nodePropertiesWritten;

// How often each puts a held-back click among the first ten of a hundred films, and how often popularity does.
CALL metarec.model.list() YIELD modelName, metrics
RETURN modelName, metrics.itemHitsAt10 AS recommended, metrics.popularityHitsAt10 AS popular;

// Both answer. Every call takes modelName.
MATCH (user:User {id: 'u17'})
UNWIND ['metarec', 'small'] AS model
CALL metarec.recommend(user, {modelName: model, topK: 5}) YIELD rank, item, score
RETURN model, rank, item.title AS film, round(score, 2) AS score
ORDER BY model, rank;

// The embedding of a node in each: 2 * embeddingDimension numbers.
MATCH (film:Movie {title: 'Heat'})
RETURN size(metarec.embedding(film)) AS metarec, size(metarec.embedding(film, 'small')) AS small;

// What is running now: nothing, unless another session trains, adapts or drops.
CALL metarec.progress() YIELD task, progress, elapsedMillis, remainingMillis;

// Removes the second model and every property it has written.
CALL metarec.model.drop('small');

// Nothing to remove is an error, unless the second argument is false.
CALL metarec.model.drop('small', false);
