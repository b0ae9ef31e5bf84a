package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StagesTest {
  @Test
  void stagesAreToldInOrderWithTheirSum() {
    PrimitiveIterator.OfLong nanos = LongStream.of(-10, 1_500_000_000, 1_800_000_000).iterator();
    Stages stages = new Stages(Duration.ofSeconds(2), nanos::nextLong);
    stages.ended("server");
    stages.ended("graph");
    assertThat(stages.toString()).isEqualTo("Seconds: build 2.0, server 1.5, graph 0.3, total 3.8");
  }
}
