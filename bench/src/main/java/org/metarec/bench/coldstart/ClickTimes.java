package org.metarec.bench.coldstart;

import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.metarec.bench.coldstart.folder.FolderGraph;
import org.metarec.bench.coldstart.folder.Interaction;
import org.metarec.bench.coldstart.folder.Scenario.Task;
import org.metarec.bench.serve.RequestTimes;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * How long it takes from a committed click of a new user to the ten items that then come first. The
 * user's other clicks were committed before.
 */
final class ClickTimes {
  private static final int WARM_UP = 5;
  private static final int USERS = 20;
  private static final int TOP = 10;

  private final FolderGraph graph;
  private final List<Task> tasks;

  /**
   * @param tasks of the users that are asked for, if the last item of their support is liked
   */
  ClickTimes(FolderGraph graph, Judge judge, List<Task> tasks) {
    this.graph = graph;
    this.tasks =
        tasks.stream()
            .filter(task -> !task.support().isEmpty() && judge.isPositive(last(task)))
            .limit(WARM_UP + USERS)
            .toList();
    if (this.tasks.size() <= WARM_UP) {
      throw new IllegalArgumentException(
          "%d users to time, %d of them to warm up".formatted(this.tasks.size(), WARM_UP));
    }
  }

  private static Interaction last(Task task) {
    return task.support().get(task.support().size() - 1);
  }

  /**
   * Prints the median and the longest time, in milliseconds.
   *
   * @param firstTen asks for the user of that element id; how many items it was told
   */
  void print(String route, ToIntFunction<String> firstTen) {
    List<Long> nanos = new ArrayList<>();
    for (Task task : tasks) {
      nanos.add(nanos(task, firstTen));
    }
    RequestTimes times = new RequestTimes(Longs.toArray(nanos.subList(WARM_UP, nanos.size())));
    System.out.printf(Locale.ROOT, "click p50 %s %.1f%n", route, times.millis(0.5));
    System.out.printf(Locale.ROOT, "click longest %s %.1f%n", route, times.millis(1));
  }

  private long nanos(Task task, ToIntFunction<String> firstTen) {
    String user = create(task);
    click(user, last(task));
    long began = System.nanoTime();
    int count = firstTen.applyAsInt(user);
    long nanos = System.nanoTime() - began;
    delete(user);
    if (count != TOP) {
      throw new IllegalStateException("%d items for user %s".formatted(count, task.user()));
    }
    return nanos;
  }

  private String create(Task task) {
    try (Transaction tx = graph.database().beginTx()) {
      Node user = graph.createUser(tx, task.user());
      user.addLabel(NodeSimilarity.FRESH);
      task.support()
          .subList(0, task.support().size() - 1)
          .forEach(one -> graph.interact(tx, user, one));
      tx.commit();
      return user.getElementId();
    }
  }

  private void click(String user, Interaction last) {
    try (Transaction tx = graph.database().beginTx()) {
      graph.interact(tx, tx.getNodeByElementId(user), last);
      tx.commit();
    }
  }

  private void delete(String user) {
    try (Transaction tx = graph.database().beginTx()) {
      Node node = tx.getNodeByElementId(user);
      node.getRelationships().forEach(Relationship::delete);
      node.delete();
      tx.commit();
    }
  }
}
