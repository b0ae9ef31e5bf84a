package org.metarec.recommend;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * One way from an item that the user clicked to another item.
 *
 * @param relation the relation walked
 * @param click position of the clicked item in the user's support set
 * @param attribute what both items are linked with, by its id in the path index; empty where the
 *     items are linked directly
 * @param handles the relationships from the clicked item on: two through an attribute, one where
 *     the items are linked directly
 * @param contribution what the way adds to the item's score
 */
public record Connection(
    int relation, int click, OptionalInt attribute, List<Long> handles, double contribution) {

  /**
   * Strongest first; among equals the latest click, the first relation, the oldest relationship.
   */
  public static final Comparator<Connection> STRONGEST_FIRST =
      Comparator.comparingDouble((Connection c) -> -c.contribution())
          .thenComparingInt(c -> -c.click())
          .thenComparingInt(Connection::relation)
          .thenComparing(
              Connection::handles, Comparators.lexicographical(Comparator.<Long>naturalOrder()));

  public Connection {
    handles = List.copyOf(handles);
  }
}
