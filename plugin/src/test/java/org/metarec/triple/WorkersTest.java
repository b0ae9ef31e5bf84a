package org.metarec.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that is lost would be waited for for ever: hence a thread that can be given up. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void eachPartIsDoneOnce(int concurrency) {
    AtomicIntegerArray times = new AtomicIntegerArray(100);
    try (Workers workers = new Workers(concurrency)) {
      workers.run(100, times::incrementAndGet);
    }
    for (int part = 0; part < 100; part++) {
      assertThat(times.get(part)).isEqualTo(1);
    }
  }

  @Test
  void partsRunAtOnce() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch bothStarted = new CountDownLatch(2);
    try (Workers workers = new Workers(2)) {
      workers.run(
          2,
          part -> {
            threads.add(Thread.currentThread());
            bothStarted.countDown();
            await(bothStarted);
          });
    }
    assertThat(threads).hasSize(2);
  }

  @Test
  void oneThingIsDoneHereAndAnotherAtTheSameTime() {
    Thread[] threads = new Thread[2];
    CountDownLatch bothStarted = new CountDownLatch(2);
    IntConsumer meet =
        place -> {
          threads[place] = Thread.currentThread();
          bothStarted.countDown();
          await(bothStarted);
        };
    try (Workers workers = new Workers(2)) {
      workers.runBoth(() -> meet.accept(0), () -> meet.accept(1));
    }
    assertThat(threads[0]).isEqualTo(Thread.currentThread());
    assertThat(threads[1]).isNotEqualTo(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void bothAreDoneAndWhatEitherThrowsIsThrown(int concurrency) {
    AtomicIntegerArray done = new AtomicIntegerArray(2);
    try (Workers workers = new Workers(concurrency)) {
      workers.runBoth(() -> done.incrementAndGet(0), () -> done.incrementAndGet(1));
      assertThat(done.toString()).isEqualTo("[1, 1]");
      assertThatThrownBy(() -> workers.runBoth(() -> fail(7), () -> done.incrementAndGet(1)))
          .isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> workers.runBoth(() -> done.incrementAndGet(0), () -> fail(7)))
          .isInstanceOf(ArithmeticException.class);
      assertThat(done.toString()).as("the other is done nevertheless").isEqualTo("[2, 2]");
      Runnable otherFailure = () -> Objects.requireNonNull(null);
      assertThatThrownBy(() -> workers.runBoth(() -> fail(7), otherFailure))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatAPartThrowsIsThrown(int concurrency) {
    try (Workers workers = new Workers(concurrency)) {
      assertThatThrownBy(() -> workers.run(10, part -> fail(part)))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void pieceAfterPieceIsDoneWhole() {
    AtomicIntegerArray times = new AtomicIntegerArray(7);
    try (Workers workers = new Workers(3)) {
      for (int piece = 1; piece <= 5_000; piece++) {
        workers.run(
            7,
            part -> {
              for (int i = 0; i < 100; i++) { // so long that others take parts too
                Thread.onSpinWait();
              }
              times.incrementAndGet(part);
            });
        for (int part = 0; part < 7; part++) { // none is late, none belongs to the last piece
          assertThat(times.get(part)).isEqualTo(piece);
        }
      }
    }
  }

  @Test
  void aFailureIsOver() {
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(() -> workers.run(10, part -> fail(part)))
          .isInstanceOf(ArithmeticException.class);
      AtomicIntegerArray times = new AtomicIntegerArray(10);
      workers.run(10, times::incrementAndGet);
      assertThat(times.toString()).isEqualTo("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]");
    }
  }

  private static void fail(int part) {
    if (part == 7) {
      throw new ArithmeticException();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
