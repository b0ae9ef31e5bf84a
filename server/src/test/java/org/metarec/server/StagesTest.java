package org.metarec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StagesTest {
  @Test
  void stagesAreToldInOrderWithTheirSum() throws InterruptedException {
    var stages = new Stages(Duration.ofSeconds(2));
    Thread.sleep(150);
    stages.ended("server");
    stages.ended("graph");
    assertThat(stages.toString())
        .matches("Seconds: build 2\\.0, server 0\\.[1-9], graph 0\\.0, total 2\\.[1-9]");
  }
}
