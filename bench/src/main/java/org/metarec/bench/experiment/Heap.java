package org.metarec.bench.experiment;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** The heap of this process. */
public final class Heap {
  private Heap() {}

  /** Bytes that are alive, after some full collections. */
  public static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) { // soft and weak references need several
      System.gc();
      Thread.sleep(200);
    }
    return leftByCollection();
  }

  /** Bytes that the last full collection left; what came since does not count. */
  public static long leftByCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
