package org.metarec.graph.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EndableWaitTest {

  @Test
  void whatTheWorkComesToOrFailsWithIsTheCallers() {
    assertThat(EndableWait.<String>until(() -> "done", () -> {})).isEqualTo("done");
    assertThatThrownBy(
            () ->
                EndableWait.until(
                    () -> {
                      throw new IllegalArgumentException("broken");
                    },
                    () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("broken");
  }

  @Test
  void whatWorkFailsWithIsWrappedOnlyIfItIsChecked() {
    IOException checked = new IOException("broken");
    Error error = new AssertionError("broken");

    assertThat(EndableWait.causeOf(new ExecutionException(checked)))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(checked);
    assertThatThrownBy(() -> EndableWait.causeOf(new ExecutionException(error))).isSameAs(error);
  }

  @Test
  void whoIsEndedLeavesAndTheWorkGoesOn() throws InterruptedException {
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean asked = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                EndableWait.until(
                    () -> {
                      Uninterruptibles.awaitUninterruptibly(mayEnd);
                      ended.countDown();
                      return "done";
                    },
                    () -> {
                      if (asked.getAndSet(true)) { // at the second time
                        throw new IllegalStateException("ended");
                      }
                    }))
        .hasMessage("ended");
    mayEnd.countDown();

    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
