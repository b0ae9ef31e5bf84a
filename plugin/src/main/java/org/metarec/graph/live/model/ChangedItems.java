package org.metarec.graph.live.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.metarec.graph.live.item.ChangedRows;
import org.metarec.graph.live.item.NodeNumbers;
import org.metarec.graph.live.item.ReadItem;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.inner.LightPath;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.ItemTable;
import org.metarec.model.ServingModel;
import org.metarec.path.PathIndex;
import org.metarec.triple.Relation;

/**
 * A model as it was read, and the items that came, changed or went since. The model of both costs
 * those items and a copy of a few numbers an item; what is large is shared. Immutable.
 */
public final class ChangedItems {
  private final LiveModel read;
  private final Map<Long, ReadItem> changed;
  private final List<ReadItem> fresh;
  private final LiveModel live;

  /** Nothing has changed yet. */
  public ChangedItems(LiveModel read) {
    this.read = read;
    this.changed = Map.of();
    this.fresh = List.of();
    this.live = read;
  }

  private ChangedItems(ChangedItems before, List<ReadItem> relevant) {
    this.read = before.read;
    this.changed = new HashMap<>(before.changed);
    relevant.forEach(node -> changed.put(node.nodeId(), node));
    this.fresh = fresh(before.fresh, relevant);
    boolean hasKnown = relevant.stream().anyMatch(this::isOrWasKnown);
    this.live = read.taste().map(taste -> live(taste, before, hasKnown)).orElse(read);
  }

  /** With nodes that were read since; the same if none of them is or was an item. */
  public ChangedItems with(Collection<ReadItem> nodes) {
    List<ReadItem> relevant =
        nodes.stream()
            .filter(
                node ->
                    node.isItem()
                        || read.items().number(node.nodeId()) >= 0
                        || changed.containsKey(node.nodeId()))
            .toList();
    return relevant.isEmpty() ? this : new ChangedItems(this, relevant);
  }

  /** Those that were not read with all, in the order of their keys. */
  private List<ReadItem> fresh(List<ReadItem> before, List<ReadItem> relevant) {
    List<ReadItem> now = new ArrayList<>(before.size() + relevant.size());
    before.stream().filter(this::isLatest).forEach(now::add);
    relevant.stream()
        .filter(item -> item.isItem() && isLatest(item) && !wasRead(item))
        .forEach(now::add);
    now.sort(Comparator.comparing(ReadItem::key)); // most are in order, which it makes use of
    return now;
  }

  private boolean isLatest(ReadItem item) {
    return changed.get(item.nodeId()).equals(item);
  }

  /** Whether it was among the items; another node may have the id of a deleted one since. */
  private boolean wasRead(ReadItem item) {
    int number = read.items().number(item.nodeId());
    return number >= 0 && (item.isTrained() || !read.isKnown(number));
  }

  private boolean isOrWasKnown(ReadItem item) {
    int number = read.items().number(item.nodeId());
    return item.isTrained() || (number >= 0 && read.isKnown(number));
  }

  /** How many items differ from what was read. */
  public int size() {
    return changed.size();
  }

  /** The model as it was read. */
  public LiveModel read() {
    return read;
  }

  /** The model as it is now. */
  public LiveModel live() {
    return live;
  }

  private LiveModel live(LiveTaste taste, ChangedItems before, boolean hasKnown) {
    ServingModel serving = taste.serving();
    Set<Integer> gone =
        changed.values().stream()
            .filter(item -> !item.isItem() || !wasRead(item))
            .map(item -> read.items().number(item.nodeId()))
            .filter(number -> number >= 0)
            .collect(Collectors.toSet());
    NodeNumbers items =
        read.items().with(fresh.stream().mapToLong(ReadItem::nodeId).toArray(), gone);
    NodeNumbers attributes = read.attributes().with(newAttributes(items), Set.of());
    ChangedRows rows = rows(gone);
    PathIndex.Builder links = links(items, attributes, rows);
    int knownGone = (int) gone.stream().filter(read::isKnown).count();
    LiveModel last = before.live;
    PathIndex paths =
        hasKnown
            ? serving.paths().with(items.count(), rows.numbers(), knownGone, links)
            : serving
                .paths()
                .withAlike(last.requireServing().paths(), items.count(), rows.numbers(), links);
    NewItemRows newRows =
        hasKnown ? taste.newRows().with(paths) : last.requireTaste().newRows().withNewItems(paths);
    ItemTable table =
        rows.table(serving.taste().items(), read.knownItems(), items.count(), newRows);
    ServingModel now =
        new ServingModel(ModelParameters.withItems(serving.taste(), table), paths, gone);
    return new LiveModel(
        read.model(),
        read.parameters(),
        items,
        read.keys().with(rows),
        attributes,
        read.knownItems(),
        Optional.of(new LiveTaste(now, new LightPath(now), newRows, taste.reader())));
  }

  /** The changed items of before and those that are gone, by their numbers; then the fresh ones. */
  private ChangedRows rows(Set<Integer> gone) {
    SortedMap<Integer, ReadItem> ofBefore = new TreeMap<>();
    for (ReadItem item : changed.values()) {
      int number = read.items().number(item.nodeId());
      if (number >= 0) {
        ofBefore.put(number, gone.contains(number) ? none(item.nodeId()) : item);
      }
    }
    ChangedRows rows = new ChangedRows(ofBefore.size() + fresh.size());
    ofBefore.forEach(rows::add);
    for (int place = 0; place < fresh.size(); place++) {
      rows.add(read.items().count() + place, fresh.get(place));
    }
    return rows;
  }

  private ReadItem none(long nodeId) {
    return ReadItem.none(nodeId, read.requireTaste().reader().newLinks());
  }

  /** By their ids, so that the same graph gives the same numbers. */
  private long[] newAttributes(NodeNumbers items) {
    Set<Long> found = new TreeSet<>();
    for (ReadItem item : changed.values()) {
      int[] numbers = item.attributesIn(read.attributes());
      for (int link = 0; link < numbers.length; link++) {
        if (numbers[link] < 0 && items.number(item.links().other(link)) < 0) {
          found.add(item.links().other(link));
        }
      }
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  private PathIndex.Builder links(NodeNumbers items, NodeNumbers attributes, ChangedRows rows) {
    PathIndex.Builder links =
        new PathIndex.Builder(
            rows.size(), read.model().relationNames(Relation.Kind.ITEM_RELATION).size());
    boolean attributeIsItem =
        fresh.stream().anyMatch(item -> read.attributes().number(item.nodeId()) >= 0);
    for (int row = 0; row < rows.size(); row++) {
      ReadItem item = rows.item(row);
      int[] known = item.attributesIn(read.attributes());
      if (attributeIsItem) {
        known = known.clone();
        Arrays.fill(known, -1);
      }
      item.links().addTo(links, row, known, items, attributes);
    }
    return links;
  }
}
