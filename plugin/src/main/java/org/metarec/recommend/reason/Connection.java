package org.metarec.recommend.reason;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * One way to an item: from one that the user clicked, or from the user over what both are linked
 * with.
 *
 * @param relation the relation walked
 * @param click position of the clicked item in the user's support set; empty where the way starts
 *     at the user
 * @param attribute what both ends are linked with, by its id in the path index; empty where two
 *     items are linked directly
 * @param handles the relationships from the clicked item, or the user, on: two through an
 *     attribute, one where two items are linked directly
 * @param contribution what the way adds to the item's score
 */
public record Connection(
    int relation,
    OptionalInt click,
    OptionalInt attribute,
    List<Long> handles,
    double contribution) {

  /**
   * Strongest first; among equals what starts at the user, then the latest click, the first
   * relation, the oldest relationship.
   */
  public static final Comparator<Connection> STRONGEST_FIRST =
      Comparator.comparingDouble((Connection c) -> -c.contribution())
          .thenComparingInt(c -> -c.click().orElse(Integer.MAX_VALUE))
          .thenComparingInt(Connection::relation)
          .thenComparing(
              Connection::handles, Comparators.lexicographical(Comparator.<Long>naturalOrder()));

  public Connection {
    handles = List.copyOf(handles);
  }
}
