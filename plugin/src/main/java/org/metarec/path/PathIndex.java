package org.metarec.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import org.metarec.triple.Progress;

/**
 * The links of items, relation by relation: first with nodes, then with values of properties, which
 * make items as much alike but which no path can show. A base, built once, or one with an overlay:
 * rows of the items that came or changed since. Immutable; shared between threads.
 *
 * <p>Features of paths are numbered: first what items share by each relation, then what each
 * relation leads to from a clicked item, then what leads to a clicked item by each.
 */
public final class PathIndex {
  private final int itemCount;
  private final int[] changed;
  private final List<PathRelation> relations;
  private final int nodeRelations;
  private final float[] retention;

  private PathIndex(
      int itemCount,
      int[] changed,
      List<PathRelation> relations,
      int nodeRelations,
      float[] retention) {
    this.itemCount = itemCount;
    this.changed = changed;
    this.relations = List.copyOf(relations);
    this.nodeRelations = nodeRelations;
    this.retention = retention;
  }

  /**
   * The same links, where clicks fade.
   *
   * @param retention as {@link #retention}, for each feature, or for the first ones
   * @throws IllegalArgumentException if one is none
   */
  public PathIndex fading(float[] retention) {
    for (float each : retention) {
      if (!(each > 0 && each <= 1)) { // NaN is none either
        throw new IllegalArgumentException("a retention is %s, expected (0, 1]".formatted(each));
      }
    }
    return new PathIndex(itemCount, changed, relations, nodeRelations, retention.clone());
  }

  /** The base, where some relations link nothing; they keep their numbers. */
  public PathIndex without(BitSet emptied) {
    if (emptied.isEmpty()) {
      return this;
    }
    List<PathRelation> left = new ArrayList<>(relations);
    emptied.stream().forEach(relation -> left.set(relation, relations.get(relation).emptied()));
    return new PathIndex(itemCount, changed, left, nodeRelations, retention);
  }

  public int itemCount() {
    return itemCount;
  }

  public int relationCount() {
    return relations.size();
  }

  /** How many of the relations, the first, link items with nodes and so give paths. */
  public int nodeRelations() {
    return nodeRelations;
  }

  public PathRelation relation(int relation) {
    return relations.get(relation);
  }

  /** Whether any relation links two items. */
  public boolean linksItems() {
    return relations.stream().anyMatch(relation -> !relation.direct().isEmpty());
  }

  /** Whether a feature is of attributes that items share; else it is of direct links. */
  public boolean isShared(int feature) {
    return feature < relations.size();
  }

  public int relationOf(int feature) {
    return feature % relations.size();
  }

  /** The direction of a feature of direct links, seen from the clicked item. */
  public LinkDirection directionOf(int feature) {
    return feature < 2 * relations.size() ? LinkDirection.OUTGOING : LinkDirection.INCOMING;
  }

  /** What each later click leaves of the weight of a click, in (0, 1]; 1 where nothing fades. */
  public float retention(int feature) {
    return feature < retention.length ? retention[feature] : 1;
  }

  /** The items whose rows are in the overlay, ascending; a copy. */
  public int[] changed() {
    return changed.clone();
  }

  /** Whether an item's row is in the overlay. */
  public boolean isChanged(int item) {
    return Arrays.binarySearch(changed, item) >= 0;
  }

  /**
   * This base with an overlay. The idf of nodes is counted anew where items that the training knew
   * have changed; that of values, which may be of every item, stays what it was in the base.
   *
   * @param itemCount of all items
   * @param changed items that have a row in the overlay, ascending; all new ones among them
   * @param gone how many of the items that the training knew are no more; their rows are empty
   * @param overlay the row of item {@code changed[p]} as that of p
   */
  public PathIndex with(int itemCount, int[] changed, int gone, Builder overlay) {
    return with(
        itemCount,
        changed,
        overlay,
        (relation, attributes) -> {
          PathRelation base = relations.get(relation);
          return relation < nodeRelations
              ? IdfChange.of(base, attributes, gone)
              : IdfChange.ofNewItems(base, base, attributes);
        });
  }

  /**
   * As {@link #with}, where the items that the training knew have the links with nodes that they
   * had in an earlier overlay. Others change no idf, so what was counted then is taken over, and
   * the call costs the changed items alone.
   *
   * @param before this base with the earlier overlay
   */
  public PathIndex withSameTrainedLinks(
      PathIndex before, int itemCount, int[] changed, Builder overlay) {
    return with(
        itemCount,
        changed,
        overlay,
        (relation, attributes) ->
            IdfChange.ofNewItems(relations.get(relation), before.relation(relation), attributes));
  }

  private PathIndex with(
      int itemCount, int[] changed, Builder overlay, BiFunction<Integer, Links, IdfChange> change) {
    int[] items = changed.clone();
    List<PathRelation> now = new ArrayList<>();
    for (int relation = 0; relation < relations.size(); relation++) {
      PathRelation base = relations.get(relation);
      Links shared = overlay.shared.get(relation).toLinks(items.length);
      DirectLinks direct = overlay.direct(relation, items.length, Progress.NONE);
      Links attributes = base.attributes().with(itemCount, items, shared);
      IdfChange counted = change.apply(relation, attributes);
      now.add(base.with(attributes, base.direct().with(itemCount, items, direct), counted));
    }
    return new PathIndex(itemCount, items, now, nodeRelations, retention);
  }

  /** Collects links in any order. */
  public static final class Builder {
    private final int itemCount;
    private final int trainedItems;
    private final int nodeRelations;
    private final List<LinkList> shared = new ArrayList<>();
    private final List<LinkList> outgoing = new ArrayList<>();
    private final List<LinkList> incoming = new ArrayList<>();

    /**
     * @param trainedItems items below are those that the training knew
     * @param nodeRelations relations that link items with nodes
     * @param valueRelations relations that link them with values of properties
     */
    public Builder(int itemCount, int trainedItems, int nodeRelations, int valueRelations) {
      this.itemCount = itemCount;
      this.trainedItems = trainedItems;
      this.nodeRelations = nodeRelations;
      for (int relation = 0; relation < nodeRelations + valueRelations; relation++) {
        shared.add(new LinkList());
        outgoing.add(new LinkList());
        incoming.add(new LinkList());
      }
    }

    /**
     * Links an item with a node that is no item, or with a value.
     *
     * @param attribute id of the node or value, the same in all relations, ≥ 0
     * @param handle the relationship, opaque here, or {@link Links#NO_HANDLE}
     */
    public void link(int relation, int item, int attribute, long handle) {
      shared.get(relation).add(item, attribute, handle);
    }

    /** Links two items, in the rows of both; an item with itself is no link. */
    public void linkItems(int relation, int start, int end, long handle) {
      if (start != end) {
        linkInRow(relation, start, end, LinkDirection.OUTGOING, handle);
        linkInRow(relation, end, start, LinkDirection.INCOMING, handle);
      }
    }

    /** Links an item with another in the row of the one alone. */
    public void linkInRow(int relation, int item, int other, LinkDirection direction, long handle) {
      List<LinkList> lists = direction == LinkDirection.OUTGOING ? outgoing : incoming;
      lists.get(relation).add(item, other, handle);
    }

    public PathIndex build() {
      return build(Progress.NONE);
    }

    /**
     * As {@link #build()}, but can be stopped: links may be very many.
     *
     * @param progress asked between two passes over them
     */
    public PathIndex build(Progress progress) {
      List<PathRelation> relations = new ArrayList<>();
      Links noRows = new LinkList().toLinks(itemCount);
      DirectLinks none = new DirectLinks(noRows, noRows); // most relations link no two items
      for (int relation = 0; relation < shared.size(); relation++) {
        progress.checkRunning();
        DirectLinks direct = direct(relation, itemCount, progress);
        relations.add(
            new PathRelation(
                shared.get(relation).toLinks(itemCount, progress),
                direct.isEmpty() ? none : direct,
                trainedItems));
      }
      return new PathIndex(itemCount, new int[0], relations, nodeRelations, new float[0]);
    }

    private DirectLinks direct(int relation, int rows, Progress progress) {
      return new DirectLinks(
          outgoing.get(relation).toLinks(rows, progress),
          incoming.get(relation).toLinks(rows, progress));
    }
  }
}
