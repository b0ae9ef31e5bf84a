package org.metarec.bench.scale;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.metarec.bench.experiment.Heap;

/**
 * The most heap that was alive at once, over what was alive at the beginning. A thread asks for
 * full collections, a third of the time, and what is left after each is counted; a peak between two
 * of them is missed.
 */
final class LiveHeap implements AutoCloseable, NotificationListener {
  private static final Set<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  private static final long LEAST_PAUSE_MILLIS = 20;

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final AtomicLong peak = new AtomicLong();
  private final long before;
  private final Thread asking;

  LiveHeap() throws InterruptedException {
    for (GarbageCollectorMXBean collector : collectors) {
      ((NotificationEmitter) collector).addNotificationListener(this, null, null);
    }
    before = Heap.used();
    peak.set(0);
    asking = new Thread(LiveHeap::ask, "live heap");
    asking.setDaemon(true);
    asking.start();
  }

  private static void ask() {
    try {
      long millis = 0;
      while (true) {
        Thread.sleep(Math.max(LEAST_PAUSE_MILLIS, 2 * millis));
        long begin = System.nanoTime();
        System.gc();
        millis = (System.nanoTime() - begin) / 1_000_000;
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (!GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
        notification.getType())) {
      return;
    }
    var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    if (info.getGcCause().equals("System.gc()")) {
      long used =
          info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> HEAP.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      peak.accumulateAndGet(used, Math::max);
    }
  }

  /** The peak over the start, in bytes. */
  long peak() {
    return peak.get() - before;
  }

  @Override
  public void close() {
    asking.interrupt();
    for (GarbageCollectorMXBean collector : collectors) {
      try {
        ((NotificationEmitter) collector).removeNotificationListener(this);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
