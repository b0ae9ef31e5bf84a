// Why a film is recommended. The rows of explain sum to its score.

// The best film for user u17, taken apart: `base` is what anybody would get, `taste` is how the user's weights meet the
// film's vector, each path is one shared person or genre, and a relation without a path is the sum of its weaker paths.
CALL metarec.recommend('u17', {topK: 1}) YIELD item, score
CALL metarec.explain('u17', item, {topK: 5}) YIELD path, relation, contribution
RETURN item.title AS film, relation, [node IN nodes(path) | coalesce(node.title, node.name)] AS path,
       round(contribution, 3) AS contribution;

// The same as a sum: both columns are equal up to rounding.
CALL metarec.recommend('u17', {topK: 3}) YIELD item, score
CALL metarec.explain('u17', item) YIELD contribution
RETURN item.title AS film, round(score, 4) AS score, round(sum(contribution), 4) AS explained;

// `contributions` of recommend says it in short: one number for each relation, 0.0 where nothing is shared.
CALL metarec.recommend('u17', {topK: 3}) YIELD item, contributions
UNWIND keys(contributions) AS part
RETURN item.title AS film, part, round(contributions[part], 3) AS contribution;

// Any film can be asked for, also one the user has clicked: then the other clicks speak for it.
MATCH (film:Movie {title: 'Heat'})
CALL metarec.explain('u17', film, {topK: 3}) YIELD path, relation, contribution
RETURN relation, [node IN nodes(path) | coalesce(node.title, node.name)] AS path,
       round(contribution, 3) AS contribution;
