package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphCounts;
import org.metarec.graph.GraphSchema;

class MemoryEstimateTest {
  private static final GraphSchema NOTHING_KNOWN = new GraphSchema(List.of());

  private static MemoryEstimate estimate(GraphCounts counts, int dimension) {
    return MemoryEstimate.of(counts, NOTHING_KNOWN, dimension);
  }

  @Test
  void theFormulaIsTheDocumentedOne() {
    MemoryEstimate estimate = estimate(new GraphCounts(1000, 100, 5000, 2000), 64);

    long expected = (32L << 20) + 1000 * (128 + 32 * 64) + 5000 * 80 + 100 * 280;
    assertThat(estimate.bytesMin()).isEqualTo(expected);
    assertThat(estimate.bytesMax()).isEqualTo(expected * 3 / 2);
    assertThat(estimate.inWords()).isEqualTo("[35 MiB ... 52 MiB]");
    assertThat(estimate.fits()).isTrue();
  }

  @Test
  void whatDoesNotFitIsRefusedUnlessTheCallerInsists() {
    GraphCounts counts = new GraphCounts(100, 100, 10_000_000_000L, 0);
    MemoryEstimate estimate = estimate(counts, 64);

    assertThat(estimate.fits()).isFalse();
    assertThatThrownBy(() -> estimate.requireRoom(counts, 64, false))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("[745.1 GiB ... 1117.6 GiB]")
        .hasMessageContaining("sudo: true");
    assertThatCode(() -> estimate.requireRoom(counts, 64, true)).doesNotThrowAnyException();
  }

  @Test
  void moreThanAnArrayHoldsIsRefusedEvenThen() {
    GraphCounts counts = new GraphCounts(100_000_000, 0, 0, 0);

    assertThatThrownBy(() -> estimate(counts, 64).requireRoom(counts, 64, true))
        .hasMessageContaining("lower embeddingDimension to 10");
  }
}
