package org.metarec.recommend;

import java.util.List;
import org.metarec.recommend.reason.Connection;
import org.metarec.recommend.reason.Contributions;

/**
 * An item for a user, with its reasons.
 *
 * @param item dense item id
 * @param connections what led to it, the strongest first, at most as many as asked for
 */
public record Recommendation(int item, Contributions contributions, List<Connection> connections) {

  public Recommendation {
    connections = List.copyOf(connections);
  }
}
