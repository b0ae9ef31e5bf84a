/**
 * Models in memory, as the graph is now: what every answer is computed from. Begin with {@link
 * org.metarec.graph.live.ModelCatalog}; it has a {@code ModelEntry} for each model. Each is read
 * whole once, by {@code WatchedReader}: when it is first asked for, or, where a version before it
 * serves from memory, at the end of its training ({@code NextVersion}). The life of a change after
 * that:
 *
 * <ol>
 *   <li>{@code GraphChanges.beforeCommit} notes the ids of the nodes that a transaction changes, by
 *       the names from which a model's items are read.
 *   <li>Where they are more than 256, {@code ItemWatch.announce} makes {@code PrecommitItems}:
 *       their items are made by a background thread while Neo4j writes the transaction.
 *   <li>{@code afterCommit} queues the ids, and these items once they are made, in the watch.
 *   <li>The next call, {@code ModelEntry.items}, reads what is queued ({@code
 *       ChangesReader.upToNow}) and puts it into the overlay beside the base ({@code
 *       ChangedItems.with}). The {@code LiveModel} of both answers from then on.
 *   <li>Beyond 1,000 changed items, or 1 % of all if that is more, all are read again in the
 *       background, into a new base.
 * </ol>
 *
 * <p>What the calling transaction itself has changed is in no queue: {@code ItemCheck} finds it,
 * for {@code CallerView}. {@code Attempts} begins again where another version went live under a
 * reading. {@code SharedEmbeddings} are for questions to the embeddings alone.
 */
package org.metarec.graph.live;
