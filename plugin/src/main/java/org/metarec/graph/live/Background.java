package org.metarec.graph.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.metarec.MetarecException;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Works beside the calls, in one database. What whoever needs the result will be told is told to
 * nobody here; any other failure ends the thread, and the JVM prints it.
 */
final class Background implements Executor {
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final GraphDatabaseService database;
  private final Executor threads;

  /**
   * @param threads do the work
   */
  Background(GraphDatabaseService database, Executor threads) {
    this.database = database;
    this.threads = threads;
  }

  /**
   * Of two threads, there while there is work for them, that keep no process alive: while one reads
   * all items again, the other reads what changes meanwhile.
   */
  static Background ofTwoThreads(GraphDatabaseService database) {
    ThreadFactory daemons =
        work -> {
          Thread thread = new Thread(work, "metarec-items");
          thread.setDaemon(true);
          return thread;
        };
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            2, 2, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
    threads.allowCoreThreadTimeOut(true);
    return new Background(database, threads);
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(() -> unlessFailed(work));
  }

  /** Nobody asked: who asks next meets the same, unless the database is no more. */
  private void unlessFailed(Runnable work) {
    try {
      work.run();
    } catch (MetarecException toldToWhoAsksNext) {
      // the model is gone, or cannot be read, or others hold locks
    } catch (RuntimeException failure) {
      if (database.isAvailable()) {
        throw failure;
      }
    }
  }
}
