package org.metarec.graph.live;

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
import java.util.stream.LongStream;
import org.metarec.graph.store.ModelParameters;
import org.metarec.meta.NewItemRows;
import org.metarec.model.ItemTable;
import org.metarec.model.ServingModel;
import org.metarec.path.PathIndex;
import org.metarec.triple.Relation;

/**
 * A model as it was read, and the items that came, changed or went since. The model of both costs
 * those items and a copy of a few numbers an item; what is large is shared. Immutable.
 */
final class ChangedItems {
  private final LiveModel read;
  private final Map<Long, ReadItem> changed;
  private final LiveModel live;

  /** Nothing has changed yet. */
  ChangedItems(LiveModel read) {
    this.read = read;
    this.changed = Map.of();
    this.live = read;
  }

  private ChangedItems(LiveModel read, Map<Long, ReadItem> changed) {
    this.read = read;
    this.changed = changed;
    this.live = read.serving().map(serving -> live(serving)).orElse(read);
  }

  /** With nodes that were read since; the same if none of them is or was an item. */
  ChangedItems with(Collection<ReadItem> nodes) {
    List<ReadItem> relevant =
        nodes.stream()
            .filter(
                node ->
                    node.isItem()
                        || read.items().number(node.nodeId()) >= 0
                        || changed.containsKey(node.nodeId()))
            .toList();
    if (relevant.isEmpty()) {
      return this;
    }
    Map<Long, ReadItem> all = new HashMap<>(changed);
    relevant.forEach(node -> all.put(node.nodeId(), node));
    return new ChangedItems(read, all);
  }

  /** How many items differ from what was read. */
  int size() {
    return changed.size();
  }

  /** The model as it was read. */
  LiveModel read() {
    return read;
  }

  /** The model as it is now. */
  LiveModel live() {
    return live;
  }

  private LiveModel live(ServingModel serving) {
    long[] fresh =
        changed.values().stream()
            .filter(item -> item.isItem() && !wasRead(item))
            .sorted(Comparator.comparing(ReadItem::key))
            .mapToLong(ReadItem::nodeId)
            .toArray();
    Set<Integer> gone =
        changed.values().stream()
            .filter(item -> !item.isItem() || !wasRead(item))
            .map(item -> read.items().number(item.nodeId()))
            .filter(number -> number >= 0)
            .collect(Collectors.toSet());
    NodeNumbers items = read.items().with(fresh, gone);
    NodeNumbers attributes = read.attributes().with(newAttributes(items), Set.of());
    SortedMap<Integer, ReadItem> byNumber = new TreeMap<>();
    gone.forEach(number -> byNumber.put(number, ReadItem.none(read.itemId(number), read)));
    changed.values().stream()
        .filter(ReadItem::isItem)
        .forEach(item -> byNumber.put(items.number(item.nodeId()), item));
    PathIndex paths = paths(serving, items, attributes, byNumber, gone);
    NewItemRows newRows = read.newRows().orElseThrow().with(paths);
    ItemTable table = table(serving.taste().items(), newRows, items, byNumber);
    ServingModel now =
        new ServingModel(
            ModelParameters.withItems(serving.taste(), table), paths, gone, serving.seed());
    return new LiveModel(
        read.model(),
        read.parameters(),
        items,
        attributes,
        read.knownItems(),
        Optional.of(now),
        read.lightPath().map(path -> path.with(now)),
        Optional.of(newRows));
  }

  /** Whether it was among the items; another node may have the id of a deleted one since. */
  private boolean wasRead(ReadItem item) {
    int number = read.items().number(item.nodeId());
    return number >= 0 && (item.isTrained() || !read.isKnown(number));
  }

  /** By their ids, so that the same graph gives the same numbers. */
  private long[] newAttributes(NodeNumbers items) {
    return changed.values().stream()
        .flatMapToLong(item -> item.isItem() ? item.links().others() : LongStream.empty())
        .filter(other -> items.number(other) < 0 && read.attributes().number(other) < 0)
        .collect(TreeSet<Long>::new, TreeSet::add, TreeSet::addAll)
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  /** Items that the training knew keep their rows. */
  private ItemTable table(
      ItemTable before,
      NewItemRows newRows,
      NodeNumbers items,
      SortedMap<Integer, ReadItem> byNumber) {
    Map<Integer, ReadItem> rows = byNumber.tailMap(read.knownItems());
    int[] numbers =
        rows.entrySet().stream()
            .filter(entry -> entry.getValue().isItem())
            .mapToInt(Map.Entry::getKey)
            .toArray();
    ItemTable changedRows = new ItemTable(before.width(), numbers.length);
    for (int place = 0; place < numbers.length; place++) {
      changedRows.setRow(place, rows.get(numbers[place]).row(numbers[place], newRows));
    }
    return before.with(items.count(), numbers, changedRows);
  }

  private PathIndex paths(
      ServingModel serving,
      NodeNumbers items,
      NodeNumbers attributes,
      SortedMap<Integer, ReadItem> byNumber,
      Set<Integer> gone) {
    PathIndex.Builder rows =
        new PathIndex.Builder(
            byNumber.size(), read.model().relationNames(Relation.Kind.ITEM_RELATION));
    int row = 0;
    for (ReadItem item : byNumber.values()) {
      if (item.isItem()) {
        item.links().addTo(rows, row, items, attributes);
      }
      row++;
    }
    int[] numbers = byNumber.keySet().stream().mapToInt(Integer::intValue).toArray();
    int knownGone = (int) gone.stream().filter(read::isKnown).count();
    return serving.paths().with(items.count(), numbers, knownGone, rows);
  }
}
