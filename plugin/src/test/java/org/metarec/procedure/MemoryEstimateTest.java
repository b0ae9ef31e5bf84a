package org.metarec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphCounts;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;

class MemoryEstimateTest {
  private static final long FIXED = 6L << 20;
  private static final TrainConfig CONFIG = TrainConfig.read(Map.of());
  private static final GraphSchema NOTHING_KNOWN = new GraphSchema(List.of());

  /** d = 64, 128 triples and 33 candidates of each in a batch. */
  private static final long BATCH = 128 * (33 * 20 + 9 * (8 * 64 + 64));

  private static MemoryEstimate estimate(GraphCounts counts) {
    return MemoryEstimate.of(counts, NOTHING_KNOWN, CONFIG);
  }

  /** By the formula. */
  private static long middle(MemoryEstimate estimate) {
    return (estimate.bytesMin() + estimate.bytesMax()) / 2;
  }

  @Test
  void manyNodesTakeTablesAndMoments() {
    MemoryEstimate estimate = estimate(new GraphCounts(10_000, 0, 50_000, 0));

    long expected = FIXED + 10_000 * (36 + 32 * 64) + 50_000 * 48 + BATCH;
    assertThat(estimate.bytesMin()).isEqualTo(expected - expected / 16);
    assertThat(estimate.bytesMax()).isEqualTo(expected + expected / 16);
    assertThat(estimate.inWords()).isEqualTo("[28 MiB ... 31 MiB]");
    assertThat(estimate.fits()).isTrue();
  }

  @Test
  void whereNoEpochIsRankedBeforeTheLastNothingIsCopied() {
    assertThat(middle(estimate(new GraphCounts(100_000, 0, 100_000, 0))))
        .isEqualTo(FIXED + 100_000 * (36 + 24 * 64) + 100_000 * 48 + BATCH);
  }

  @Test
  void manyTriplesTakeTheColumnsOfTheirReading() {
    assertThat(middle(estimate(new GraphCounts(1000, 0, 10_000_000, 0))))
        .isEqualTo(FIXED + 1000 * 200 + 10_000_000 * 52L);
    assertThat(middle(estimate(new GraphCounts(1000, 100, 10_000_000, 2_000_000))))
        .isEqualTo(FIXED + 1000 * 200 + 8_000_000 * 100L + 2_000_000 * 70L);
  }

  @Test
  void manyItemsTakeTheirContent() {
    SchemaRow relation = new SchemaRow(SchemaRole.RELATION, "MADE_BY", 1000, "");
    GraphSchema five = new GraphSchema(Collections.nCopies(5, relation));
    GraphCounts counts = new GraphCounts(10_000, 10_000, 6000, 1000);

    assertThat(middle(MemoryEstimate.of(counts, five, CONFIG)))
        .isEqualTo(
            FIXED
                + 10_000 * (20 + 8 * 64)
                + 6000 * 12
                + 1000 * 16
                + (5000 * 24 + 5 * 12 * 10_000)
                + 10_000 * (850 + 5 * 8 * 64)
                + 6400 * (5 * 8 * 64));
  }

  @Test
  void theTasksOfSomeUsersAreHeldAtATime() {
    assertThat(ofUsers(1000)).isEqualTo(ofUsers(0) + 1000 * 3500);
    assertThat(ofUsers(1_000_000)).isEqualTo(ofUsers(8192)).isGreaterThan(ofUsers(8191));
  }

  /** At d = 1 the meta-learner takes the most. */
  private static long ofUsers(long count) {
    GraphCounts counts = new GraphCounts(10_000, 10_000, 1000, 1000);
    GraphSchema schema = new GraphSchema(List.of(users(count)));
    return middle(
        MemoryEstimate.of(counts, schema, TrainConfig.read(Map.of("embeddingDimension", 1))));
  }

  private static SchemaRow users(long count) {
    return new SchemaRow(SchemaRole.USER, "User", count, "");
  }

  /** At d = 1 what is fitted to ratings is more than the embeddings and the content. */
  @Test
  void manyRelationsOfRatedItemsTakeWhatTheySayOfRatings() {
    SchemaRow relation = new SchemaRow(SchemaRole.RELATION, "MADE_BY", 1000, "");
    List<SchemaRow> rows = new ArrayList<>(Collections.nCopies(10, relation));
    rows.add(users(2000));
    GraphCounts counts = new GraphCounts(14_000, 10_000, 50_000, 30_000);
    TrainConfig config = TrainConfig.read(Map.of("embeddingDimension", 1));
    long unrated = middle(MemoryEstimate.of(counts, new GraphSchema(rows), config));
    rows.add(new SchemaRow(SchemaRole.RATING, "stars", 30_000, ""));

    assertThat(middle(MemoryEstimate.of(counts, new GraphSchema(rows), config)))
        .isGreaterThan(unrated)
        .isEqualTo(
            FIXED
                + 14_000 * (24 + 8)
                + 50_000 * 12
                + 30_000 * 32
                + (20_000 * 24 + 10 * 12 * 10_000)
                + 10_000 * (600 + 10 * 160)
                + 2000 * (150 + 10 * 16)
                + 2000 * (270 + 10 * 16));
  }

  @Test
  void whatDoesNotFitIsRefusedUnlessTheCallerInsists() {
    GraphCounts counts = new GraphCounts(100, 100, 10_000_000_000L, 0);
    MemoryEstimate estimate = estimate(counts);

    assertThat(estimate.fits()).isFalse();
    assertThatThrownBy(() -> estimate.requireRoom(counts, 64, false))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("[873.1 GiB ... 989.5 GiB]")
        .hasMessageContaining("sudo: true");
    assertThatCode(() -> estimate.requireRoom(counts, 64, true)).doesNotThrowAnyException();
  }

  /** Where a collection comes between, there is all the more room. */
  @Test
  void whatIsMostlyGarbageCountsAsFree() {
    long garbage = 0;
    while (MemoryEstimate.youngestBytes() < 8 << 20) {
      garbage += new byte[1 << 16].length;
    }
    Runtime java = Runtime.getRuntime();
    long unused = java.maxMemory() - java.totalMemory() + java.freeMemory();

    assertThat(new MemoryEstimate(unused + (4 << 20), Long.MAX_VALUE, 1).fits())
        .as("after %d bytes of garbage", garbage)
        .isTrue();
  }

  @Test
  void moreThanAnArrayHoldsIsRefusedEvenThen() {
    GraphCounts counts = new GraphCounts(100_000_000, 0, 0, 0);

    assertThat(new MemoryEstimate(1, 2, 1L << 31).fits()).isFalse();
    assertThat(estimate(counts).floats()).isEqualTo(100_000_000L * 2 * 64);
    assertThatThrownBy(() -> estimate(counts).requireRoom(counts, 64, true))
        .hasMessageContaining("lower embeddingDimension to 10");
  }
}
