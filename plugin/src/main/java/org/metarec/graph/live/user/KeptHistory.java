package org.metarec.graph.live.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeNumbers;

/**
 * A history that outlives the numbers of its items. Items that came since the base was read are
 * numbered in the order of their keys, so that the next to come may move them; that they are the
 * same, in the same order, their keys tell. Immutable.
 *
 * @param numbers in which the history is told
 * @param keys hashes of the keys of the clicked nodes whose numbers may change; empty for a node
 *     that is no item
 * @param renamed items of the base that bore another key than they were numbered by
 * @param latest time of the last interaction of all, −∞ if none has one
 */
record KeptHistory(
    UserHistory history,
    NodeNumbers numbers,
    Map<Long, OptionalInt> keys,
    Map<Integer, Integer> renamed,
    double latest) {

  /**
   * Keeps a history.
   *
   * @param clicks all that it was made of
   * @param live in whose terms it is told
   */
  static KeptHistory of(UserHistory history, List<Click> clicks, LiveModel live) {
    return new KeptHistory(
        history, live.items(), keys(clicks, live), live.keys().changed(), latest(clicks));
  }

  private static Map<Long, OptionalInt> keys(List<Click> clicks, LiveModel live) {
    Map<Long, OptionalInt> keys = new HashMap<>();
    int baseCount = live.items().base().count();
    for (Click click : clicks) {
      OptionalInt item = live.item(click.item());
      if (item.isEmpty() || item.getAsInt() >= baseCount) {
        long node = NodeIds.of(click.item());
        keys.put(node, key(node, live));
      }
    }
    return keys;
  }

  private static double latest(List<Click> clicks) {
    return clicks.stream().mapToDouble(Click::moment).max().orElse(Click.NO_TIME);
  }

  /**
   * The same and what followed.
   *
   * @param later the history of those alone, in terms of the same model as this one
   * @param clicks all that it was made of, each later than all of before
   */
  KeptHistory with(UserHistory later, List<Click> clicks, LiveModel live) {
    Map<Long, OptionalInt> all = new HashMap<>(keys);
    all.putAll(keys(clicks, live));
    UserHistory both = history.followedBy(later, live.keys());
    return new KeptHistory(both, live.items(), all, live.keys().changed(), latest(clicks));
  }

  private static OptionalInt key(long node, LiveModel live) {
    int number = live.items().number(node);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(live.keys().of(number));
  }

  /**
   * The same in terms of a later model of the same base, of which no item has gone since; empty if
   * one has another key, or has become an item or is one no more.
   */
  Optional<KeptHistory> in(LiveModel later) {
    NodeNumbers now = later.items();
    if (now.equals(numbers)) {
      return Optional.of(this);
    }
    if (!later.keys().changed().equals(renamed)
        || keys.keySet().stream().anyMatch(node -> !keys.get(node).equals(key(node, later)))) {
      return Optional.empty();
    }
    boolean isMoved = keys.keySet().stream().anyMatch(n -> now.number(n) != numbers.number(n));
    return Optional.of(
        new KeptHistory(isMoved ? movedTo(now) : history, now, keys, renamed, latest));
  }

  private UserHistory movedTo(NodeNumbers now) {
    int baseCount = now.base().count();
    return history.renumbered(item -> item < baseCount ? item : now.number(numbers.nodeId(item)));
  }
}
