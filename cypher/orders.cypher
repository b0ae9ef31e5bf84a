// Users who reach items over a node between, an order, a visit or a review, and interactions that are made of it.

// An order of two films: (:User)-[:PLACED]->(:Order {date})-[:CONTAINS]->(:Movie).
MATCH (user:User {id: 'u17'}), (film:Movie) WHERE film.title IN ['Heat', 'The Insider']
WITH user, collect(film) AS films
CREATE (user)-[:PLACED]->(order:Order {date: datetime('2026-02-03')})
FOREACH (film IN films | CREATE (order)-[:CONTAINS]->(film));

// One interaction for each user and film, at the time of the last order. Run it again for orders that came since, or
// do the same where an order is written: from then on the next answer knows of it.
MATCH (user:User)-[:PLACED]->(order:Order)-[:CONTAINS]->(film:Movie)
WITH user, film, max(order.date) AS at // of dates as text: max(datetime(replace(order.date, ' ', 'T')))
MERGE (user)-[bought:BOUGHT]->(film) SET bought.at = at
RETURN count(*) AS interactions;

// What a training would take for interactions, users and items.
CALL metarec.schema({interactionTypes: ['BOUGHT']}) YIELD role, name, count, detail
WHERE role IN ['interaction', 'user', 'item', 'time']
RETURN role, name, count, detail;

// Leaves the graph as it was.
MATCH (order:Order) DETACH DELETE order;
MATCH (:User)-[bought:BOUGHT]->(:Movie) DELETE bought;
