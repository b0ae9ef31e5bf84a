package org.metarec.graph.waiting;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one work at a time; whoever waits for the others can be ended. Thread-safe. */
public final class EndableLock {
  private final Lock lock = new ReentrantLock();

  /**
   * Works as soon as no other thread does.
   *
   * @param checkRunning asked while others work; what it throws is thrown to the caller
   */
  public <T> T alone(Supplier<T> work, Runnable checkRunning) {
    while (!Uninterruptibles.tryLockUninterruptibly(
        lock, EndableWait.INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
      checkRunning.run();
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The same for a thread that is never ended. */
  public void alone(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
