package org.metarec.path;

import java.util.stream.IntStream;

/**
 * The links of one relation from item to item. Each is there from both of its ends. Immutable.
 *
 * @param outgoing from each item those that its relationships lead to
 * @param incoming from each item those whose relationships lead to it
 */
public record DirectLinks(Links outgoing, Links incoming) {

  /** Those that run one way, seen from the item whose row they are in. */
  public Links of(LinkDirection direction) {
    return direction == LinkDirection.OUTGOING ? outgoing : incoming;
  }

  boolean isEmpty() {
    return outgoing.isEmpty() && incoming.isEmpty();
  }

  /** These with an overlay, see {@link Links#with}. */
  DirectLinks with(int itemCount, int[] changed, DirectLinks overlay) {
    return new DirectLinks(
        outgoing.with(itemCount, changed, overlay.outgoing),
        incoming.with(itemCount, changed, overlay.incoming));
  }

  /** How many links an item has, in both directions. */
  public int degree(int item) {
    return outgoing.degree(item) + incoming.degree(item);
  }

  /** The items at the other ends, each once. */
  public IntStream neighbours(int item) {
    return IntStream.concat(outgoing.targets(item), incoming.targets(item)).distinct();
  }

  /**
   * The share of one link among those of the item that it leads to: one over how many it has of
   * that kind; 0 where, as it was read, it has none yet.
   *
   * @param direction seen from the other item
   */
  public double share(LinkDirection direction, int item) {
    int links = of(direction.opposite()).degree(item);
    return links == 0 ? 0 : 1.0 / links;
  }
}
