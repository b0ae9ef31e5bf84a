package org.metarec.graph.live;

import com.google.common.collect.Lists;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.metarec.graph.live.item.ItemChanges;
import org.metarec.graph.live.item.ReadItem;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.live.model.LiveReader;
import org.metarec.graph.waiting.EndableWait;
import org.metarec.graph.waiting.LongReading;
import org.metarec.triple.Progress;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the nodes that changed since a model's items were read. Many are read in slices: the thread
 * that waits for them takes one after the other, and so does a helper, if one is free. Thread-safe.
 */
final class ChangesReader {
  private static final int SLICE = 256;

  /** If more are committed all the time than are read, that has to end. */
  private static final int MOST_ROUNDS = 20;

  private final String modelName;
  private final GraphDatabaseService database;
  private final Executor helper;

  ChangesReader(String modelName, GraphDatabaseService database, Executor helper) {
    this.modelName = modelName;
    this.database = database;
    this.helper = helper;
  }

  /** The same with all that its watch was told of; for one caller at a time. */
  Reading upToNow(Reading before) {
    List<ItemWatch.Pending> pending = before.watch().pending();
    if (pending.isEmpty()) {
      return before;
    }
    ChangedItems items =
        before.live().taste().isEmpty() ? before.items() : with(pending, before.items());
    before.watch().done(pending);
    return new Reading(items, before.watch(), before.commits() + pending.size());
  }

  /**
   * Hands on what was read while others went on, with most of what has changed meanwhile.
   *
   * @param progress asked whether to go on
   */
  void keepUp(Reading read, Consumer<Reading> then, Progress progress) {
    Reading all = read;
    try {
      for (int i = 0; i < MOST_ROUNDS && !all.watch().isLittle(); i++) {
        progress.checkRunning();
        all = upToNow(all);
      }
    } finally {
      then.accept(all); // what is not read is pending still
    }
  }

  private ChangedItems with(List<ItemWatch.Pending> pending, ChangedItems before) {
    ChangedItems items = before;
    Set<Long> unread = new LinkedHashSet<>();
    for (ItemWatch.Pending committed : pending) {
      addNodes(committed.changes(), items.live(), unread);
      if (committed.precommit().isPresent()) {
        PrecommitItems precommit = committed.precommit().get();
        unread.removeAll(precommit.nodes()); // locked until its watch was told: no other's changes
        items = precommit.after(database, items);
      }
    }
    return items.with(read(unread, items.live()));
  }

  /**
   * Of the ends of relationships those that are items. What becomes one is among the nodes; of
   * people and genres nothing has to be read, for items say what they are linked with.
   */
  private static void addNodes(ItemChanges changes, LiveModel live, Set<Long> nodes) {
    nodes.addAll(changes.nodes());
    for (Long end : changes.ends()) {
      if (live.items().number(end) >= 0) {
        nodes.add(end);
      }
    }
  }

  private List<ReadItem> read(Set<Long> nodes, LiveModel live) {
    return nodes.isEmpty()
        ? List.of()
        : Attempts.untilWhole(modelName, () -> Optional.of(read(List.copyOf(nodes), live)));
  }

  private List<ReadItem> read(List<Long> nodes, LiveModel live) {
    List<FutureTask<List<ReadItem>>> slices =
        Lists.partition(nodes, SLICE).stream()
            .map(slice -> new FutureTask<>(() -> readSlice(slice, live)))
            .toList();
    if (slices.size() > 1) {
      helper.execute(() -> slices.forEach(FutureTask::run));
    }
    slices.forEach(FutureTask::run); // one that the helper has begun is passed over
    List<ReadItem> read = new ArrayList<>();
    slices.forEach(slice -> read.addAll(result(slice)));
    return read;
  }

  private List<ReadItem> readSlice(List<Long> nodes, LiveModel live) {
    try (Transaction tx = LongReading.begin(database)) {
      return new LiveReader(tx).changed(nodes, live);
    }
  }

  private static List<ReadItem> result(FutureTask<List<ReadItem>> slice) {
    try {
      return Uninterruptibles.getUninterruptibly(slice);
    } catch (ExecutionException failed) {
      throw EndableWait.causeOf(failed);
    }
  }
}
