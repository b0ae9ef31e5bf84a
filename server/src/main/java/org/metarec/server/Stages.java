package org.metarec.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The wall time of each stage of a start: a lap each, from the end of the one before. */
final class Stages {
  private record Stage(String name, Duration time) {}

  private final List<Stage> stages = new ArrayList<>();
  private final LongSupplier nanos;
  private long lapStart;

  /**
   * Starts with what the script has done before this process.
   *
   * @param nanos as {@link System#nanoTime}
   */
  Stages(Duration build, LongSupplier nanos) {
    this.nanos = nanos;
    this.lapStart = nanos.getAsLong();
    stages.add(new Stage("build", build));
  }

  /** Ends a stage; the next begins. */
  void ended(String name) {
    long now = nanos.getAsLong();
    stages.add(new Stage(name, Duration.ofNanos(now - lapStart)));
    lapStart = now;
  }

  /** All stages and their sum, in seconds. */
  @Override
  public String toString() {
    Duration total = stages.stream().map(Stage::time).reduce(Duration.ZERO, Duration::plus);
    return stages.stream()
        .map(stage -> stage.name() + " " + seconds(stage.time()))
        .collect(Collectors.joining(", ", "Seconds: ", ", total " + seconds(total)));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }
}
