package org.metarec.triple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads, the caller's included, that share the numbered parts of a piece of
 * work or do two things side by side. Which thread takes which part is left to chance, so a result
 * must depend on the part alone. For one caller at a time.
 *
 * <p>A step of training hands out several pieces a millisecond. So a thread without work looks out
 * for the next piece for a while before it sleeps: to be woken takes longer than such a piece.
 */
public final class Workers implements AutoCloseable {

  /** Some tens of microseconds. */
  private static final int LOOKS_BEFORE_SLEEP = 1000;

  /** How long the caller sleeps before it looks again whether the last part is done. */
  private static final long NAP_NANOS = 50_000;

  private final List<Thread> helpers = new ArrayList<>();
  private volatile Piece current = new Piece(0, part -> {});
  private volatile boolean isClosed;

  /**
   * @param concurrency threads that work at once, at least 1
   */
  public Workers(int concurrency) {
    for (int i = 1; i < concurrency; i++) {
      Thread helper = new Thread(this::help, "metarec-worker-" + i);
      helper.setDaemon(true);
      helpers.add(helper);
      helper.start();
    }
  }

  /**
   * Does all parts and returns when the last is done.
   *
   * @param parts number of parts; each from 0 to {@code parts − 1} is done once
   * @param part must write only what no other part reads or writes; what it throws is thrown here,
   *     and parts that have not begun are left out
   */
  public void run(int parts, IntConsumer part) {
    Piece piece = handOut(parts, part);
    finish(piece);
    piece.throwFailure();
  }

  /**
   * Does one thing in the calling thread, and another at the same time where a second thread may
   * work, else afterwards. Returns when both are done; what either throws is thrown here, that of
   * its own first.
   *
   * @param own must write nothing that the other reads or writes
   * @param beside likewise; done though the other fails
   */
  public void runBoth(Runnable own, Runnable beside) {
    Piece piece = handOut(1, part -> beside.run());
    try {
      own.run();
    } finally {
      finish(piece);
    }
    piece.throwFailure();
  }

  private Piece handOut(int parts, IntConsumer part) {
    Piece piece = new Piece(parts, part);
    current = piece;
    helpers.forEach(LockSupport::unpark);
    return piece;
  }

  /** Does what is left of a piece and waits for what others have begun. */
  private void finish(Piece piece) {
    piece.work();
    for (int look = 0; !piece.isDone(); look++) {
      if (look < LOOKS_BEFORE_SLEEP) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, NAP_NANOS);
      }
    }
  }

  private void help() {
    Piece last = null;
    int looks = 0;
    while (!isClosed) {
      Piece piece = current;
      if (piece != last) {
        piece.work();
        last = piece;
        looks = 0;
      } else if (looks++ < LOOKS_BEFORE_SLEEP) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  @Override
  public void close() {
    isClosed = true;
    helpers.forEach(LockSupport::unpark);
  }

  /** Parts of which each thread takes the next one. */
  private static final class Piece {
    private final int parts;
    private final IntConsumer part;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Piece(int parts, IntConsumer part) {
      this.parts = parts;
      this.part = part;
    }

    void work() {
      for (int next = taken.getAndIncrement(); next < parts; next = taken.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            part.accept(next);
          }
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          done.incrementAndGet();
        }
      }
    }

    boolean isDone() {
      return done.get() >= parts;
    }

    void throwFailure() {
      if (failure.get() instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure.get() instanceof Error error) {
        throw error;
      }
    }
  }
}
