package org.metarec.graph.live.user;

import com.google.common.collect.Sets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.metarec.graph.live.model.ChangedItems;
import org.metarec.graph.live.model.LiveModel;
import org.metarec.graph.node.NodeIds;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.graph.store.ModelNode;
import org.metarec.triple.Relation;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;

/**
 * What users with very many interactions interacted with, kept from one request to the next: to
 * read and sort a hundred thousand takes longer than all the rest. A history is taken again, with
 * what was committed new since, until an interaction of the user is committed changed or deleted.
 * Only what is committed may be kept. Thread-safe.
 */
public final class LongHistories {
  /** Shorter ones are read each time. */
  static final int LONG = 2000;

  private static final int MOST_KEPT = 100;

  /** Of so many that were created since a history was read, all of it is read again. */
  private static final int MOST_CREATED = 1000;

  /** Of all that are kept; about 70 bytes each. */
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
   * The place of a history, taken before it is read. If an interaction is committed meanwhile,
   * another takes its place or none, and nobody finds what is put there.
   */
  public static final class Place {
    private final NodeNumbers numbers;
    private final Set<Integer> gone;
    private final State state;
    private final Set<Long> created;
    private volatile Optional<KeptHistory> kept;

    Place(ChangedItems items, State state, Optional<KeptHistory> kept) {
      this.numbers = items.base().items();
      this.gone = goneFrom(items);
      this.state = state;
      this.created = Set.of();
      this.kept = kept;
    }

    /** The same with relationships that were created since. */
    private Place(Place before, Set<Long> created) {
      this.numbers = before.numbers;
      this.gone = before.gone;
      this.state = before.state;
      this.created = created;
      this.kept = before.kept;
    }

    /** The place after a commit; empty if a history would have to be read as a whole. */
    private Optional<Place> after(Optional<Set<Long>> createdOnly) {
      return createdOnly
          .filter(more -> kept.isPresent() && more.size() <= MOST_CREATED)
          .map(more -> Set.copyOf(Sets.union(created, more)))
          .filter(all -> all.size() <= MOST_CREATED)
          .map(all -> new Place(this, all));
    }

    private boolean isOfThese(ChangedItems items) {
      return numbers.equals(items.base().items()) && gone.equals(goneFrom(items));
    }

    /** The history with what came since, if that is all that happened. */
    private Optional<KeptHistory> grown(ChangedItems items, State now, Growth growth) {
      return kept.filter(history -> !created.isEmpty() && isOfThese(items))
          .flatMap(history -> history.in(items.live()))
          .flatMap(history -> growth.of(history, created, now.count() - state.count()));
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

  /** What makes a history of now from one of before. */
  interface Growth {
    /**
     * A history with the interactions that were created since.
     *
     * @param created relationships of the user, those interactions among them
     * @param count how many they are
     * @return empty if all must be read
     */
    Optional<KeptHistory> of(KeptHistory before, Set<Long> created, int count);
  }

  /**
   * What shows that interactions came or went, where commits of other machines are not told of.
   *
   * @param newestHash of the ids that Neo4j gives first for each type, which are among the last
   *     created
   */
  record State(int count, long newestHash) {

    /** Reads no more than the number and one relationship of each type. */
    static State of(Node user, ModelNode model) {
      int count = 0;
      long newestHash = -1;
      for (String type : model.relationNames(Relation.Kind.INTERACTION)) {
        RelationshipType interaction = RelationshipType.withName(type);
        count += user.getDegree(interaction, Direction.OUTGOING);
        try (var relationships = user.getRelationships(Direction.OUTGOING, interaction)) {
          var first = relationships.iterator();
          newestHash = 31 * newestHash + (first.hasNext() ? NodeIds.of(first.next()) : 0);
        }
      }
      return new State(count, newestHash);
    }
  }

  /**
   * The place of a user's history: the one of before if that is still right, else one with what
   * came since, else an empty one.
   *
   * @param growth reads what came since
   */
  Place place(Node user, ChangedItems items, State state, Growth growth) {
    Key key = new Key(items.base().model().name(), NodeIds.of(user));
    Optional<Place> before = find(key);
    if (before.isPresent() && before.get().isOfThese(items) && before.get().state.equals(state)) {
      return before.get();
    }
    // not under the lock that commits wait for
    Place grown = new Place(items, state, before.flatMap(b -> b.grown(items, state, growth)));
    return put(key, before, grown) ? grown : new Place(items, state, Optional.empty());
  }

  private synchronized Optional<Place> find(Key key) {
    return Optional.ofNullable(places.get(key));
  }

  /** Puts a place unless a commit has been told of, or another is there, since one was found. */
  private synchronized boolean put(Key key, Optional<Place> before, Place now) {
    boolean isAsFound = before.equals(find(key));
    if (isAsFound) {
      places.put(key, now);
      removeEldest();
    }
    return isAsFound;
  }

  private void removeEldest() {
    long interactions = places.values().stream().mapToLong(place -> place.state.count()).sum();
    Iterator<Place> eldest = places.values().iterator();
    while (places.size() > MOST_KEPT || (interactions > mostInteractions && places.size() > 1)) {
      interactions -= eldest.next().state.count();
      eldest.remove();
    }
  }

  /** The users of whom a history is kept. */
  public synchronized Set<Long> userIds() {
    return places.keySet().stream().map(Key::userId).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Tells what relationships were committed changed. Of users of whom some were created and nothing
   * else changed the histories stay.
   */
  public synchronized void tell(RelationshipChanges changes) {
    for (Map.Entry<Key, Place> entry : List.copyOf(places.entrySet())) {
      long user = entry.getKey().userId();
      if (changes.starts().contains(user)) {
        entry
            .getValue()
            .after(changes.createdOnly(user))
            .ifPresentOrElse(
                after -> places.replace(entry.getKey(), after),
                () -> places.remove(entry.getKey()));
      }
    }
  }

  /** Forgets all: something was committed by an unknown user. */
  public synchronized void forgetAll() {
    places.clear();
  }

  /** Forgets those of a model whose items had other numbers: they would hold these in memory. */
  public synchronized void keepOnly(String modelName, NodeNumbers numbers) {
    places
        .entrySet()
        .removeIf(
            entry ->
                entry.getKey().modelName().equals(modelName)
                    && !entry.getValue().numbers.equals(numbers));
  }

  /** Forgets those that were read for a model. */
  public synchronized void forget(String modelName) {
    places.keySet().removeIf(key -> key.modelName().equals(modelName));
  }
}
