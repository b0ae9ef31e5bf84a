// A user who joins after training. Nothing is trained again.

MERGE (user:User {id: 'me'}) SET user.name = 'Me', user.ageGroup = '25-34';

// No clicks yet: what is best for anybody of that age group. No film has a path, and of its contributions only base and
// taste are not 0.
CALL metarec.recommend('me', {topK: 5}) YIELD rank, item, score, contributions
RETURN rank, item.title AS film, round(score, 2) AS score, contributions
ORDER BY rank;

// Three clicks, in this order.
UNWIND [['Alien', 1], ['Thief', 2], ['Heat', 3]] AS click
MATCH (user:User {id: 'me'}), (film:Movie {title: click[0]})
MERGE (user)-[clicked:CLICKED]->(film)
SET clicked.at = datetime() + duration({minutes: click[1]});

// The clicks are in the very next answer: the weights of the relations and of the taste are adapted to them.
CALL metarec.recommend('me', {topK: 5}) YIELD rank, item, score, paths
RETURN rank, item.title AS film, round(score, 2) AS score,
       [path IN paths | [node IN nodes(path) | coalesce(node.title, node.name)]] AS because
ORDER BY rank;

// Keeps the adapted weights on the user, so that later calls need not adapt again. lossAfter is not above lossBefore.
CALL metarec.adapt('me') YIELD user, clicks, lossBefore, lossAfter
RETURN user.id AS user, clicks, lossBefore, lossAfter;

// Leaves the graph as it was.
MATCH (user:User {id: 'me'}) DETACH DELETE user;
