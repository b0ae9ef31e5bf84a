package org.metarec.graph.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.metarec.graph.live.embedding.NewNodes;
import org.metarec.graph.live.item.ItemChanges;
import org.metarec.graph.live.item.ItemNames;
import org.metarec.graph.live.item.ItemReader;
import org.metarec.graph.live.user.LongHistories;
import org.metarec.graph.live.user.RelationshipChanges;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.RelationEnds;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListener;

/**
 * Tells the models in memory which nodes were committed changed. It reads labels and which
 * relationship types a labelled node has, no more but for large transactions ({@link
 * PrecommitItems}): what a node is now is read by the next call that asks.
 *
 * <p>One for each database, registered with the database management service. Where it is not
 * registered nothing seems to change, and what was read stays until the model's version does.
 */
public final class GraphChanges implements TransactionEventListener<GraphChanges.Commit> {
  private final List<ItemWatch> watches = new CopyOnWriteArrayList<>();
  private final List<NewNodes> newNodes = new CopyOnWriteArrayList<>();
  private final LongHistories histories = new LongHistories();

  /** A transaction that is being committed: the nodes it changes, by the names that are watched. */
  public static final class Commit {
    private final Map<ItemNames, ItemChanges> changes = new HashMap<>();
    private final Map<ItemReader, Optional<PrecommitItems>> precommits = new HashMap<>();
    private Optional<RelationshipChanges> relationships = Optional.empty();
    private final Map<String, Set<Long>> labelled = new HashMap<>();
    private Optional<Map<String, RelationEnds>> ends = Optional.empty();

    private Optional<PrecommitItems> precommit(ItemReader reader) {
      return precommits.getOrDefault(reader, Optional.empty());
    }
  }

  /**
   * Tells a watch of all that is committed from before a reading on; of nothing more if that reads
   * nothing.
   */
  <T> Optional<T> watched(ItemWatch watch, Supplier<Optional<T>> reading) {
    return watched(watches, watch, reading);
  }

  /** The same of new nodes, while the others are read. */
  <T> Optional<T> watched(NewNodes nodes, Supplier<Optional<T>> reading) {
    return watched(newNodes, nodes, reading);
  }

  private static <W, T> Optional<T> watched(List<W> told, W watch, Supplier<Optional<T>> reading) {
    told.add(watch);
    Optional<T> read = Optional.empty();
    try {
      read = reading.get();
      return read;
    } finally {
      if (read.isEmpty()) {
        told.remove(watch);
      }
    }
  }

  /** Is told whose interactions are committed changed. */
  LongHistories histories() {
    return histories;
  }

  void end(ItemWatch watch) {
    watches.remove(watch);
  }

  void end(NewNodes nodes) {
    newNodes.remove(nodes);
  }

  /** How many are told of each commit. */
  public int listeners() {
    return watches.size() + newNodes.size();
  }

  @Override
  public Commit beforeCommit(
      TransactionData data, Transaction transaction, GraphDatabaseService database) {
    Commit commit = new Commit();
    for (ItemWatch watch : watches) {
      ItemChanges changes =
          commit.changes.computeIfAbsent(watch.names(), names -> names.changes(data));
      watch
          .reader()
          .ifPresent(
              reader ->
                  commit.precommits.computeIfAbsent(reader, of -> watch.announce(changes, data)));
    }
    Set<Long> users = histories.userIds();
    if (!users.isEmpty()) {
      commit.relationships = Optional.of(RelationshipChanges.of(data, users));
    }
    if (!newNodes.isEmpty()) {
      commit.ends = Optional.of(RelationEnds.added(data));
      addLabelled(data, commit.labelled);
    }
    return commit;
  }

  private static void addLabelled(TransactionData data, Map<String, Set<Long>> labelled) {
    for (LabelEntry entry : data.assignedLabels()) {
      String label = entry.label().name();
      labelled.computeIfAbsent(label, l -> new HashSet<>()).add(NodeIds.of(entry.node()));
    }
  }

  /**
   * Runs on the thread of whoever commits, before the call returns: only notes ids, but for large
   * transactions, of which it waits for what is made of their nodes.
   *
   * <p>A watch registered between beforeCommit and afterCommit may have read the old graph, so it
   * is told too: what others of the same names are told, else that anything may have changed. A
   * history read in between is likewise of the old graph: if none was kept at beforeCommit, nobody
   * noted whose changed, and all are forgotten.
   */
  @Override
  public void afterCommit(TransactionData data, Commit commit, GraphDatabaseService database) {
    for (ItemWatch watch : watches) {
      ItemChanges changes = commit.changes.get(watch.names());
      if (changes == null) {
        watch.addAll();
      } else if (!changes.isEmpty()) {
        watch.add(changes, watch.reader().flatMap(commit::precommit));
      }
    }
    for (NewNodes nodes : newNodes) {
      commit.labelled.forEach(nodes::add);
      commit.ends.ifPresentOrElse(ends -> ends.forEach(nodes::add), nodes::addUnknown);
    }
    commit.relationships.ifPresentOrElse(histories::tell, histories::forgetAll);
  }

  @Override
  public void afterRollback(TransactionData data, Commit commit, GraphDatabaseService database) {}
}
