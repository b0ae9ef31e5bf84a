package org.metarec.path;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the idf of attributes and the lengths of items change with the rows of some items. Costs
 * those rows, the items that share an attribute whose idf changes, and a copy of both arrays.
 */
final class IdfChange {
  private final PathRelation before;
  private final Links attributes;
  private float[] idf = {};
  private float[] norm = {};

  /**
   * @param attributes of the items, as they are now
   */
  IdfChange(PathRelation before, Links attributes) {
    this.before = before;
    this.attributes = attributes;
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
   * @param changed items whose rows are others now
   * @param gone how many of the known items are no more
   * @param rows the row of {@code changed[p]} at p
   */
  void count(int[] changed, int gone, Links rows) {
    int attributesBefore = before.items().sourceCount();
    int attributeCount =
        IntStream.range(0, rows.size()).map(rows::target).map(a -> a + 1).max().orElse(0);
    idf = before.copyOfIdf(Math.max(attributesBefore, attributeCount));
    norm = before.copyOfNorm(attributes.sourceCount());
    int known = before.knownItems() - gone;
    Map<Integer, Integer> moreItems = moreItems(changed);
    for (int attribute = 0; attribute < idf.length; attribute++) {
      boolean counts =
          gone > 0 || attribute >= attributesBefore || moreItems.containsKey(attribute);
      if (counts) {
        int then =
            attribute < attributesBefore
                ? before.items().degreeBelow(attribute, before.knownItems())
                : 0;
        idf[attribute] = PathRelation.idf(known, then + moreItems.getOrDefault(attribute, 0));
      }
    }
    IntStream items = gone > 0 ? IntStream.range(0, norm.length) : concerned(changed, moreItems);
    items.forEach(item -> norm[item] = PathRelation.norm(attributes, item, idf));
  }

  /** By how many known items more each attribute is linked with. */
  private Map<Integer, Integer> moreItems(int[] changed) {
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

  private IntStream concerned(int[] changed, Map<Integer, Integer> moreItems) {
    Links items = before.items();
    IntStream sharing =
        moreItems.keySet().stream()
            .filter(attribute -> attribute < items.sourceCount())
            .flatMapToInt(
                attribute ->
                    IntStream.range(items.from(attribute), items.to(attribute)).map(items::target));
    return IntStream.concat(sharing, IntStream.of(changed));
  }
}
