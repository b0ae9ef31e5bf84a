package org.metarec.graph.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EndableLockTest {
  private final EndableLock lock = new EndableLock();

  @Test
  void whoIsEndedWhileAnotherWorksDoesNotWork() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                lock.alone(
                    () -> {
                      begun.countDown();
                      Uninterruptibles.awaitUninterruptibly(mayEnd);
                    }));
    other.start();
    begun.await();
    AtomicBoolean worked = new AtomicBoolean();
    AtomicBoolean asked = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                lock.alone(
                    () -> worked.getAndSet(true),
                    () -> {
                      if (asked.getAndSet(true)) { // at the second time
                        end();
                      }
                    }))
        .hasMessage("ended");
    mayEnd.countDown();
    other.join();

    assertThat(worked).isFalse();
    assertThat(lock.alone(() -> "alone", EndableLockTest::end)).isEqualTo("alone");
  }

  private static void end() {
    throw new IllegalStateException("ended");
  }
}
