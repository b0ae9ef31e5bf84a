package org.metarec.path;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the idf of attributes and the lengths of items change with an overlay. Costs its rows, the
 * items that share an attribute whose idf changes, and a copy of both arrays; once a trained item
 * is gone, all links, since N is in every idf.
 */
final class IdfChange {
  private final PathRelation base;
  private final Links attributes;
  private final int trainedLeft;
  private final float[] idf;
  private final float[] norm;

  private IdfChange(PathRelation base, PathRelation before, Links attributes, int trainedLeft) {
    this.base = base;
    this.attributes = attributes;
    this.trainedLeft = trainedLeft;
    this.idf = before.copyOfIdf(Math.max(baseCount(), attributes.overlay().targetCount()));
    this.norm = before.copyOfNorm(attributes.sourceCount());
  }

  /**
   * Counts anew.
   *
   * @param attributes of the items: those of the base with the overlay
   * @param gone how many of the trained items are no more
   */
  static IdfChange of(PathRelation base, Links attributes, int gone) {
    IdfChange change = new IdfChange(base, base, attributes, base.trainedItems() - gone);
    change.count();
    return change;
  }

  /**
   * Takes over what was counted with an earlier overlay, in which the trained items have the links
   * that they have now, or others that shall not count.
   *
   * @param before the base with that overlay
   * @param attributes of the items: those of the base with the overlay of now
   */
  static IdfChange ofNewItems(PathRelation base, PathRelation before, Links attributes) {
    IdfChange change = new IdfChange(base, before, attributes, before.trainedLeft());
    change.count(change.newAttributes(), change.moreItems());
    change.measureChanged();
    return change;
  }

  /** How many of the trained items are still there. */
  int trainedLeft() {
    return trainedLeft;
  }

  float[] idf() {
    return idf;
  }

  float[] norm() {
    return norm;
  }

  private void count() {
    Map<Integer, Integer> moreItems = moreItems();
    if (trainedLeft < base.trainedItems()) {
      count(IntStream.range(0, idf.length), moreItems);
      IntStream.range(0, norm.length).forEach(this::measure);
    } else {
      IntStream ofChanged = moreItems.keySet().stream().mapToInt(attribute -> attribute);
      count(IntStream.concat(ofChanged, newAttributes()), moreItems);
      moreItems.keySet().stream().flatMapToInt(this::itemsWith).forEach(this::measure);
      measureChanged();
    }
  }

  private void count(IntStream some, Map<Integer, Integer> moreItems) {
    some.forEach(
        attribute -> {
          int items = trainedInBase(attribute) + moreItems.getOrDefault(attribute, 0);
          idf[attribute] = PathRelation.idf(trainedLeft, items);
        });
  }

  /** Those that the base has not; in an earlier overlay their numbers may have been of others. */
  private IntStream newAttributes() {
    return IntStream.range(baseCount(), idf.length);
  }

  private int baseCount() {
    return base.items().sourceCount();
  }

  /** How many trained items are linked with an attribute in the base. */
  private int trainedInBase(int attribute) {
    return attribute < baseCount() ? base.items().degreeBelow(attribute, base.trainedItems()) : 0;
  }

  private IntStream itemsWith(int attribute) {
    Links items = base.items();
    return attribute < items.sourceCount() ? items.targets(attribute) : IntStream.empty();
  }

  private void measure(int item) {
    norm[item] = PathRelation.norm(attributes, item, idf);
  }

  private void measureChanged() {
    attributes.changed().forEach(this::measure);
  }

  /** By how many trained items more each attribute is linked with than in the base. */
  private Map<Integer, Integer> moreItems() {
    Map<Integer, Integer> more = new HashMap<>();
    attributes
        .changed()
        .takeWhile(item -> item < base.trainedItems()) // they are ascending
        .forEach(
            item -> {
              addRow(base.attributes(), item, -1, more);
              addRow(attributes, item, 1, more);
            });
    more.values().removeIf(count -> count == 0);
    return more;
  }

  private static void addRow(Links links, int item, int count, Map<Integer, Integer> more) {
    links.targets(item).forEach(attribute -> more.merge(attribute, count, Integer::sum));
  }
}
