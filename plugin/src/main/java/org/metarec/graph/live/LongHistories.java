package org.metarec.graph.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metarec.graph.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;

/**
 * What users with very many interactions interacted with, kept from one request to the next: to
 * read and sort a hundred thousand takes longer than all the rest. A history is taken again as long
 * as the user has as many interactions, the same one was created last, and none got another time or
 * rating. Thread-safe.
 */
final class LongHistories {
  /** Shorter ones are read each time. */
  static final int LONG = 2000;

  private static final int MOST_KEPT = 100;

  private final Map<Key, Kept> histories =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Key(String modelName, long userId) {}

  /**
   * A history.
   *
   * @param read what its items are numbered in
   * @param gone items that were gone by then
   */
  private record Kept(LiveModel read, Set<Integer> gone, State state, UserHistory history) {

    boolean isRight(ChangedItems items, State now) {
      return read.items().equals(items.read().items())
          && gone.equals(goneFrom(items))
          && state.equals(now);
    }
  }

  private static Set<Integer> goneFrom(ChangedItems items) {
    return items.live().requireServing().gone();
  }

  /**
   * What shows that interactions came or went.
   *
   * @param newest id of the first that Neo4j gives, which is the last created
   */
  record State(int count, long newest) {

    /** Reads no more than the number and one relationship. */
    static State of(Node user, ModelNode model) {
      int count = 0;
      long newest = -1;
      for (String type : model.relationNames(Relation.Kind.INTERACTION)) {
        RelationshipType interaction = RelationshipType.withName(type);
        count += user.getDegree(interaction, Direction.OUTGOING);
        try (var relationships = user.getRelationships(Direction.OUTGOING, interaction)) {
          var first = relationships.iterator();
          newest = 31 * newest + (first.hasNext() ? NodeIds.of(first.next()) : 0);
        }
      }
      return new State(count, newest);
    }
  }

  /** The history of a user, if it is kept and still right. */
  synchronized Optional<UserHistory> find(Node user, ChangedItems items, State state) {
    return Optional.ofNullable(histories.get(key(user, items)))
        .filter(kept -> kept.isRight(items, state))
        .map(Kept::history);
  }

  /** Keeps a history of which all items were there when the model was read: they keep numbers. */
  synchronized void keep(Node user, ChangedItems items, State state, UserHistory history) {
    histories.put(key(user, items), new Kept(items.read(), goneFrom(items), state, history));
  }

  private static Key key(Node user, ChangedItems items) {
    return new Key(items.read().model().name(), NodeIds.of(user));
  }

  /** Forgets the histories of a user, of whom an interaction has changed. */
  synchronized void forget(long userId) {
    histories.keySet().removeIf(key -> key.userId() == userId);
  }

  synchronized boolean isEmpty() {
    return histories.isEmpty();
  }
}
