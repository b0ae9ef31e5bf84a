package org.metarec.path;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the idf of attributes and the lengths of items change with the rows of some items. Costs
 * those rows, the items that share an attribute whose idf changes, and a copy of both arrays; once
 * a known item is gone, all links, since N is in every idf.
 */
final class IdfChange {
  private final PathRelation before;
  private final Links attributes;
  private final int[] changed;
  private final Links rows;
  private float[] idf = {};
  private float[] norm = {};

  /**
   * @param attributes of the items, as they are now
   * @param changed items whose rows are others now
   * @param rows the row of {@code changed[p]} at p
   */
  IdfChange(PathRelation before, Links attributes, int[] changed, Links rows) {
    this.before = before;
    this.attributes = attributes;
    this.changed = changed;
    this.rows = rows;
  }

  float[] idf() {
    return idf;
  }

  float[] norm() {
    return norm;
  }

  /**
   * Counts anew.
   *
   * @param knownLeft how many of the known items are still there
   */
  void count(int knownLeft) {
    start(before);
    Map<Integer, Integer> moreItems = moreItems();
    if (knownLeft < before.knownItems()) {
      count(IntStream.range(0, idf.length), knownLeft, moreItems);
      IntStream.range(0, norm.length).forEach(this::measure);
    } else {
      IntStream ofChanged = moreItems.keySet().stream().mapToInt(attribute -> attribute);
      count(IntStream.concat(ofChanged, newAttributes()), knownLeft, moreItems);
      moreItems.keySet().stream().flatMapToInt(this::itemsWith).forEach(this::measure);
      measureChanged();
    }
  }

  /**
   * Takes what was counted before, with the known items that there are now and with the links that
   * they have now.
   */
  void countNew(PathRelation alike) {
    start(alike);
    count(newAttributes(), alike.knownLeft(), moreItems());
    measureChanged();
  }

  private void start(PathRelation from) {
    idf = from.copyOfIdf(Math.max(countBefore(), rows.targetCount()));
    norm = from.copyOfNorm(attributes.sourceCount());
  }

  private void count(IntStream some, int knownLeft, Map<Integer, Integer> moreItems) {
    some.forEach(
        attribute -> {
          int items = itemsThen(attribute) + moreItems.getOrDefault(attribute, 0);
          idf[attribute] = PathRelation.idf(knownLeft, items);
        });
  }

  /** Their numbers may have been those of others before. */
  private IntStream newAttributes() {
    return IntStream.range(countBefore(), idf.length);
  }

  private int countBefore() {
    return before.items().sourceCount();
  }

  /** Known items linked with an attribute when most were read. */
  private int itemsThen(int attribute) {
    return attribute < countBefore()
        ? before.items().degreeBelow(attribute, before.knownItems())
        : 0;
  }

  private IntStream itemsWith(int attribute) {
    Links items = before.items();
    return attribute < items.sourceCount()
        ? IntStream.range(items.from(attribute), items.to(attribute)).map(items::target)
        : IntStream.empty();
  }

  private void measure(int item) {
    norm[item] = PathRelation.norm(attributes, item, idf);
  }

  private void measureChanged() {
    for (int place = 0; place < changed.length; place++) {
      norm[changed[place]] = PathRelation.norm(rows, place, idf);
    }
  }

  /** By how many known items more each attribute is linked with. */
  private Map<Integer, Integer> moreItems() {
    Map<Integer, Integer> more = new HashMap<>();
    for (int item : changed) {
      if (item < before.knownItems()) {
        addRow(before.attributes(), item, -1, more);
        addRow(attributes, item, 1, more);
      }
    }
    more.values().removeIf(count -> count == 0);
    return more;
  }

  private static void addRow(Links links, int item, int count, Map<Integer, Integer> more) {
    for (int link = links.from(item); link < links.to(item); link++) {
      more.merge(links.target(link), count, Integer::sum);
    }
  }
}
