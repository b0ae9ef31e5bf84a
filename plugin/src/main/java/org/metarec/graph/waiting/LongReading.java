package org.metarec.graph.waiting;

import java.time.Duration;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Transactions of our own that read as much as there is, for whoever asks next or before anything
 * is cleared. {@code db.transaction.timeout} bounds queries: if it bounded these, a large model
 * could never be served.
 */
public final class LongReading {
  private static final Duration NO_TIMEOUT = Duration.ZERO;

  private LongReading() {}

  /** Begins one, to be closed by the caller. */
  public static Transaction begin(GraphDatabaseService database) {
    return OwnTransactions.begin(database, NO_TIMEOUT);
  }
}
