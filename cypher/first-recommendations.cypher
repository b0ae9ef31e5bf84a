// From a loaded graph to the first recommendations. constraints.cypher and load-demo.cypher load the demo graph.

// What was found: CLICKED is the interaction, User and Movie are its ends, and DIRECTED, ACTED_IN and IN_GENRE are the
// relations of films. Nothing is trained yet; `detail` says why each was taken, or which key to set for another.
CALL metarec.schema() YIELD role, name, count, detail;

// What training will need, and whether it fits.
CALL metarec.train.estimate() YIELD nodeCount, tripleCount, requiredMemory, fits;

// Learns, writes what it learned to the nodes, and makes it live. CALL metarec.progress() in a second session shows how
// far it is.
CALL metarec.train()
YIELD modelVersion, nodeCount, userCount, itemCount, interactionCount, epochs, computeMillis, metaMillis, writeMillis;

// Ten films that user u17 has not clicked, best first, each with the parts of its score and with its strongest paths.
// In Neo4j Browser, return `item, score, paths` as they are to see them drawn.
CALL metarec.recommend('u17') YIELD rank, item, score, contributions, paths
RETURN rank, item.title AS film, round(score, 2) AS score, contributions,
       [path IN paths | [node IN nodes(path) | coalesce(node.title, node.name)]] AS because
ORDER BY rank;
