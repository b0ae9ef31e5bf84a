// A visitor who has no node: null as user, and the clicks of the session as a list. Nothing is written.

// Films as nodes.
MATCH (film:Movie) WHERE film.title IN ['Thief', 'Heat']
WITH film ORDER BY film.year
WITH collect(film) AS clicks
CALL metarec.recommend(null, {clicks: clicks, topK: 5}) YIELD rank, item, score, paths
RETURN rank, item.title AS film, round(score, 2) AS score,
       [path IN paths | [node IN nodes(path) | coalesce(node.title, node.name)]] AS because
ORDER BY rank;

// Films by their key, as an application would pass them. The paths start at the clicked film, as there is no user.
CALL metarec.recommend(null, {clicks: ['m1', 'm2', 'm3'], topK: 5}) YIELD item, paths
RETURN item.title AS film, [path IN paths | head(nodes(path)).title] AS clicked;

// Keys of a session may be of films that are gone, and that is an error: look them up, and pass those that are there.
MATCH (film:Movie) WHERE film.id IN ['m1', 'm2', 'withdrawn']
WITH collect(film) AS clicks
CALL metarec.recommend(null, {clicks: clicks, topK: 5}) YIELD item, score
RETURN item.title AS film, round(score, 2) AS score;

// With the time of each click. What was clicked last says most of what the visitor wants now; without a time the order of
// the list means nothing.
CALL metarec.recommend(null, {topK: 5, clicks: [
  {item: 'm1', at: datetime('2026-01-01T20:00:00Z')},
  {item: 'm2', at: datetime('2026-01-02T20:00:00Z')}]}) YIELD item, score
RETURN item.title AS film, round(score, 2) AS score;

// A known user who is looking around: these clicks count beside those in the graph.
CALL metarec.recommend('u17', {clicks: [{item: 'm1', at: datetime()}], topK: 5}) YIELD item, score
RETURN item.title AS film, round(score, 2) AS score;
