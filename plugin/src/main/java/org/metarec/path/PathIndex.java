package org.metarec.path;

import java.util.ArrayList;
import java.util.List;

/**
 * The links of items, relation by relation, for relations that give paths. Immutable; shared
 * between threads.
 */
public final class PathIndex {
  private final int itemCount;
  private final List<PathRelation> relations;

  private PathIndex(int itemCount, List<PathRelation> relations) {
    this.itemCount = itemCount;
    this.relations = List.copyOf(relations);
  }

  public int itemCount() {
    return itemCount;
  }

  public int relationCount() {
    return relations.size();
  }

  public PathRelation relation(int relation) {
    return relations.get(relation);
  }

  /** Collects links in any order. */
  public static final class Builder {
    private final int itemCount;
    private final List<String> names;
    private final List<LinkList> shared = new ArrayList<>();
    private final List<LinkList> direct = new ArrayList<>();

    /**
     * @param names relationship types; their order is that of the relations
     */
    public Builder(int itemCount, List<String> names) {
      this.itemCount = itemCount;
      this.names = List.copyOf(names);
      for (int relation = 0; relation < names.size(); relation++) {
        shared.add(new LinkList());
        direct.add(new LinkList());
      }
    }

    /**
     * Links an item with a node that is no item.
     *
     * @param attribute id of the node, the same in all relations, ≥ 0
     * @param handle the relationship, opaque here
     */
    public void link(int relation, int item, int attribute, long handle) {
      shared.get(relation).add(item, attribute, handle);
    }

    /** Links two items with each other, whatever the direction; an item with itself is no link. */
    public void linkItems(int relation, int one, int other, long handle) {
      if (one != other) {
        direct.get(relation).add(one, other, handle);
        direct.get(relation).add(other, one, handle);
      }
    }

    public PathIndex build() {
      List<PathRelation> relations = new ArrayList<>();
      for (int relation = 0; relation < names.size(); relation++) {
        relations.add(
            PathRelation.of(
                names.get(relation),
                shared.get(relation).toLinks(itemCount),
                direct.get(relation).toLinks(itemCount)));
      }
      return new PathIndex(itemCount, relations);
    }
  }
}
