package org.metarec.graph.live.user;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metarec.graph.live.item.NodeNumbers;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;

/**
 * What users with very many interactions interacted with, kept from one request to the next: to
 * read and sort a hundred thousand takes longer than all the rest. A history is taken again until
 * an interaction of the user is committed new, changed or deleted. Only what is committed may be
 * kept. Thread-safe.
 */
public final class LongHistories {
  /** Shorter ones are read each time. */
  static final int LONG = 2000;

  private static final int MOST_KEPT = 100;

  /** Of all that are kept; about 60 bytes each. */
  private static final int MOST_INTERACTIONS = 2_000_000;

  /** The one that was asked for last comes last. */
  private final Map<Key, Place> places = new LinkedHashMap<>(16, 0.75f, true);

  private final int mostInteractions;

  public LongHistories() {
    this(MOST_INTERACTIONS);
  }

  /**
   * @param mostInteractions that all together may have, beside those of the last
   */
  LongHistories(int mostInteractions) {
    this.mostInteractions = mostInteractions;
  }

  private record Key(String modelName, long userId) {}

  /**
   * The place of a history, taken before it is read. If an interaction is committed meanwhile, the
   * place is taken away, and nobody finds what is put there.
   */
  public static final class Place {
    private final NodeNumbers numbers;
    private final Set<Integer> gone;
    private final State state;
    private volatile Optional<KeptHistory> kept = Optional.empty();

    Place(ChangedItems items, State state) {
      this.numbers = items.base().items();
      this.gone = goneFrom(items);
      this.state = state;
    }

    private boolean isRight(ChangedItems items, State now) {
      return numbers.equals(items.base().items())
          && gone.equals(goneFrom(items))
          && state.equals(now);
    }

    private static Set<Integer> goneFrom(ChangedItems items) {
      return items.live().requireServing().gone();
    }

    /** The history in terms of a model, if it has been read and that model has the same of it. */
    public Optional<UserHistory> history(LiveModel live) {
      Optional<KeptHistory> now = kept.flatMap(history -> history.in(live));
      kept = now;
      return now.map(KeptHistory::history);
    }

    /**
     * Keeps a history of so many interactions, if that is all.
     *
     * @param live in whose terms it was read
     */
    public void keep(UserHistory read, List<Click> clicks, LiveModel live) {
      if (clicks.size() == state.count()) {
        kept = Optional.of(KeptHistory.of(read, clicks, live));
      }
    }
  }

  /**
   * What shows that interactions came or went, where commits of other machines are not told of.
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

  /** The place of a user's history: the one of before if that is still right, else an empty one. */
  synchronized Place place(Node user, ChangedItems items, State state) {
    Key key = new Key(items.base().model().name(), NodeIds.of(user));
    Place before = places.get(key);
    if (before != null && before.isRight(items, state)) {
      return before;
    }
    Place empty = new Place(items, state);
    places.put(key, empty);
    removeEldest();
    return empty;
  }

  private void removeEldest() {
    long interactions = places.values().stream().mapToLong(place -> place.state.count()).sum();
    Iterator<Place> eldest = places.values().iterator();
    while (places.size() > MOST_KEPT || (interactions > mostInteractions && places.size() > 1)) {
      interactions -= eldest.next().state.count();
      eldest.remove();
    }
  }

  /** Forgets the histories of users of whom an interaction has changed. */
  public synchronized void forget(Set<Long> userIds) {
    places.keySet().removeIf(key -> userIds.contains(key.userId()));
  }

  /** Forgets all: something was committed, nobody knows of whom. */
  public synchronized void forgetAll() {
    places.clear();
  }

  /** Forgets those that were read for a model. */
  public synchronized void forget(String modelName) {
    places.keySet().removeIf(key -> key.modelName().equals(modelName));
  }

  public synchronized boolean isEmpty() {
    return places.isEmpty();
  }
}
