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
import org.metarec.graph.live.item.ReadItem;
import org.metarec.graph.node.NodeNumbers;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.item.NewItemRows;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.path.PathIndex;

/**
 * A model as it was read, the base, and an overlay: the items that came, changed or went since. The
 * model of both costs those items and a copy of a few numbers an item; what is large is shared.
 * Immutable.
 */
public final class ChangedItems {
  private final LiveModel base;
  private final Map<Long, ReadItem> overlay;
  private final List<ReadItem> added;
  private final LiveModel live;

  /** Nothing has changed yet. */
  public ChangedItems(LiveModel base) {
    this.base = base;
    this.overlay = Map.of();
    this.added = List.of();
    this.live = base;
  }

  private ChangedItems(ChangedItems before, List<ReadItem> relevant) {
    this.base = before.base;
    this.overlay = new HashMap<>(before.overlay);
    relevant.forEach(node -> overlay.put(node.nodeId(), node));
    this.added = added(before.added, relevant);
    boolean recount = hasTrainedWithOtherLinks(before.live, relevant);
    this.live = live(base.requireTaste(), before, recount);
  }

  /** With nodes that were read since; the same if none of them is or was an item. */
  public ChangedItems with(Collection<ReadItem> nodes) {
    List<ReadItem> relevant =
        nodes.stream()
            .filter(
                node ->
                    node.isItem()
                        || base.items().number(node.nodeId()) >= 0
                        || overlay.containsKey(node.nodeId()))
            .toList();
    return relevant.isEmpty() ? this : new ChangedItems(this, relevant);
  }

  /** Those that are not in the base, in the order of their keys. */
  private List<ReadItem> added(List<ReadItem> before, List<ReadItem> relevant) {
    List<ReadItem> now = new ArrayList<>(before.size() + relevant.size());
    before.stream().filter(this::isLatest).forEach(now::add);
    relevant.stream()
        .filter(item -> item.isItem() && isLatest(item) && !isInBase(item))
        .forEach(now::add);
    now.sort(Comparator.comparing(ReadItem::key)); // most are in order, which it makes use of
    return now;
  }

  private boolean isLatest(ReadItem item) {
    return overlay.get(item.nodeId()).equals(item);
  }

  /** Whether it is among the items of the base; another node may have the id of a deleted one. */
  private boolean isInBase(ReadItem item) {
    int number = base.items().number(item.nodeId());
    return number >= 0 && (item.isTrained() || !base.isTrained(number));
  }

  private boolean isOrWasTrained(ReadItem item) {
    int number = base.items().number(item.nodeId());
    return item.isTrained() || (number >= 0 && base.isTrained(number));
  }

  /** Whether what attributes are worth has to be counted again. */
  private boolean hasTrainedWithOtherLinks(LiveModel before, List<ReadItem> relevant) {
    List<ReadItem> trained = relevant.stream().filter(this::isOrWasTrained).toList();
    if (trained.isEmpty()) {
      return false;
    }
    Set<Long> cameOrWent =
        relevant.stream()
            .filter(node -> node.isItem() != before.items().number(node.nodeId()) >= 0)
            .map(ReadItem::nodeId)
            .collect(Collectors.toSet());
    return trained.stream()
        .anyMatch(
            item ->
                !hasLinksAs(before, item) || item.links().others().anyMatch(cameOrWent::contains));
  }

  /** Whether it is the trained item that it was, linked with the nodes that it was. */
  private static boolean hasLinksAs(LiveModel before, ReadItem item) {
    int number = before.items().number(item.nodeId());
    return number >= 0
        && item.isTrained()
        && before.isTrained(number)
        && before.hasNodeLinks(number, item.links());
  }

  /** How many items the overlay has. */
  public int size() {
    return overlay.size();
  }

  /**
   * How many of the items that the training knew came back since the base was read, which does not
   * count them in what attributes are worth.
   */
  public long returned() {
    return added.stream().filter(ReadItem::isTrained).count();
  }

  /** The model as it was read. */
  public LiveModel base() {
    return base;
  }

  /** The model as it is now: the base with the overlay. */
  public LiveModel live() {
    return live;
  }

  private LiveModel live(LiveTaste taste, ChangedItems before, boolean recount) {
    ServingModel serving = taste.serving();
    Set<Integer> gone =
        overlay.values().stream()
            .filter(item -> !item.isItem() || !isInBase(item))
            .map(item -> base.items().number(item.nodeId()))
            .filter(number -> number >= 0)
            .collect(Collectors.toSet());
    NodeNumbers items =
        base.items().with(added.stream().mapToLong(ReadItem::nodeId).toArray(), gone);
    NodeNumbers attributes = base.attributes().with(newAttributes(items), Set.of());
    ChangedRows rows = rows(gone);
    PathIndex.Builder links = links(items, attributes, rows);
    int trainedGone = (int) gone.stream().filter(base::isTrained).count();
    LiveModel last = before.live;
    PathIndex paths =
        recount
            ? serving.paths().with(items.count(), rows.numbers(), trainedGone, links)
            : serving
                .paths()
                .withSameTrainedLinks(
                    last.requireServing().paths(), items.count(), rows.numbers(), links);
    NewItemRows newRows =
        recount
            ? taste.newRows().with(paths)
            : last.requireTaste().newRows().withSameTrainedLinks(paths);
    ItemTable table =
        rows.table(serving.taste().items(), base.trainedItems(), items.count(), newRows);
    ServingModel now =
        new ServingModel(serving.taste().withItems(table), paths, serving.lifts(), gone);
    return new LiveModel(
        base.model(),
        base.parameters(),
        items,
        base.keys().with(rows),
        attributes,
        base.trainedItems(),
        Optional.of(new LiveTaste(now, new UserAdapter(now), newRows, taste.reader())));
  }

  /** The items of the base that changed or are gone, by their numbers; then those added. */
  private ChangedRows rows(Set<Integer> gone) {
    SortedMap<Integer, ReadItem> ofBase = new TreeMap<>();
    for (ReadItem item : overlay.values()) {
      int number = base.items().number(item.nodeId());
      if (number >= 0) {
        ofBase.put(number, gone.contains(number) ? none(item.nodeId()) : item);
      }
    }
    ChangedRows rows = new ChangedRows(ofBase.size() + added.size());
    ofBase.forEach(rows::add);
    for (int place = 0; place < added.size(); place++) {
      rows.add(base.items().count() + place, added.get(place));
    }
    return rows;
  }

  private ReadItem none(long nodeId) {
    return ReadItem.none(nodeId, base.requireTaste().reader().newLinks());
  }

  /** By their ids, so that the same graph gives the same numbers. */
  private long[] newAttributes(NodeNumbers items) {
    Set<Long> found = new TreeSet<>();
    for (ReadItem item : overlay.values()) {
      int[] numbers = item.attributesInBase(base.attributes());
      for (int link = 0; link < numbers.length; link++) {
        if (numbers[link] < 0 && items.number(item.links().other(link)) < 0) {
          found.add(item.links().other(link));
        }
      }
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  private PathIndex.Builder links(NodeNumbers items, NodeNumbers attributes, ChangedRows rows) {
    PathIndex.Builder links = base.requireTaste().reader().newPaths(rows.size(), rows.size());
    boolean attributeIsItem =
        added.stream().anyMatch(item -> base.attributes().number(item.nodeId()) >= 0);
    for (int row = 0; row < rows.size(); row++) {
      ReadItem item = rows.item(row);
      int[] known = item.attributesInBase(base.attributes());
      if (attributeIsItem) {
        known = known.clone();
        Arrays.fill(known, -1);
      }
      item.links().addTo(links, row, known, items, attributes);
    }
    return links;
  }
}
