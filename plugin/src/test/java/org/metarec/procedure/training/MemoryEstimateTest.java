package org.metarec.procedure.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;
import org.metarec.graph.reading.GraphCounts;

class MemoryEstimateTest {
  private static final double MEBIBYTE = 1 << 20;
  private static final TrainConfig CONFIG = TrainConfig.read(Map.of());
  private static final TrainConfig INSISTING = TrainConfig.read(Map.of("sudo", true));
  private static final GraphSchema NOTHING_KNOWN = new GraphSchema(List.of());

  private static MemoryEstimate estimate(GraphCounts counts) {
    return MemoryEstimate.of(counts, NOTHING_KNOWN, CONFIG);
  }

  /**
   * Both ends, against what a training left alive at its greatest moment:
   * docs/experiments/memory.md, one run of each graph.
   */
  @ParameterizedTest
  @CsvSource({
    " 97_574,   200_000,         0,       0, 154.6", // of 100,000 nodes so many have a relation
    " 50_000,   500_000,         0,       0, 106.7",
    "  5_000,   500_000,         0,       0,  39.3",
    " 50_000,   100_000,   100_000,       0, 222.6",
    "  5_000,    20_000,   442_000,  58_000,  51.8",
    " 20_000,   100_000, 2_863_000, 137_000, 269.1",
    "300_000, 3_000_000,         0,       0, 612.0"
  })
  void theEstimateLiesWithin15PercentOfWhatWasUsed(
      String nodes, String relationships, String visits, String again, double usedMebibytes) {
    MemoryEstimate estimate =
        measured(
            number(nodes),
            number(relationships),
            number(visits),
            number(again),
            Map.of("epochs", 2L));

    assertWithin15Percent(estimate.bytesMin(), usedMebibytes);
    assertWithin15Percent(estimate.bytesMax(), usedMebibytes);
  }

  private static void assertWithin15Percent(long bytes, double usedMebibytes) {
    assertThat(bytes / MEBIBYTE).isCloseTo(usedMebibytes, withinPercentage(15));
  }

  @Test
  void whereTheBestEpochIsKeptItsCopyIsCounted() {
    Map<String, Object> kept = Map.of("epochs", 40L, "validationFraction", 0.00021);
    MemoryEstimate estimate = measured(50_000, 500_000, 0, 0, kept);

    assertWithin15Percent(estimate.bytesMin(), 133.5);
    assertWithin15Percent(estimate.bytesMax(), 133.5);
    assertThat(estimate.bytesMin())
        .isGreaterThan(measured(50_000, 500_000, 0, 0, Map.of("epochs", 2L)).bytesMin());
  }

  private static SchemaRow found(SchemaRole role, String name, long count) {
    return new SchemaRow(role, Optional.of(name), count, false, "");
  }

  private static long number(String text) {
    return Long.parseLong(text.replace("_", ""));
  }

  /**
   * A graph of the experiment: two fifths are works, a fifth visitors, if there are visits.
   *
   * @param visits the first of their pair
   */
  private static MemoryEstimate measured(
      long nodes, long relationships, long visits, long again, Map<String, Object> settings) {
    Map<String, Object> config = new HashMap<>(Map.of("negativeSamples", 1L, "metaEpochs", 1L));
    config.putAll(settings);
    SchemaRow relation = found(SchemaRole.RELATION, "RELATION", relationships / 10);
    List<SchemaRow> rows = new ArrayList<>(Collections.nCopies(10, relation));
    rows.add(users(visits == 0 ? 0 : nodes / 5));
    long items = visits == 0 ? 0 : nodes * 2 / 5;
    GraphCounts counts = new GraphCounts(nodes, items, 0, relationships + visits, visits, again, 0);
    return MemoryEstimate.of(
        counts,
        new GraphSchema(rows),
        TrainConfig.read(config).forGraph(nodes, counts.tripleCount(), 0).get(0));
  }

  @Test
  void membersThatGoOnHaveCopiesOfTheRowsThatAreKept() {
    assertThat(goingOn(64, true)).isEqualTo(goingOn(64, false));
    assertThat(goingOn(128, true) - goingOn(128, false))
        .isCloseTo(100_000L * 8 * 128 * 15 / 16, withinPercentage(0.01));
  }

  private static long goingOn(int dimension, boolean warmStart) {
    GraphCounts counts = new GraphCounts(100_000, 0, 0, 200_000, 0, 0, 0);
    TrainConfig config =
        TrainConfig.read(Map.of("embeddingDimension", dimension, "warmStart", warmStart));
    return MemoryEstimate.of(counts, NOTHING_KNOWN, config).bytesMin();
  }

  /** At d = 1 reading takes the most. */
  @Test
  void repeatedInteractionsAreReadThoughTheyCountOnce() {
    assertThat(ofRepeated(9_000_000) - ofRepeated(0))
        .isCloseTo(9_000_000L * 84 * 15 / 16, withinPercentage(0.01));
  }

  private static long ofRepeated(long repeated) {
    GraphCounts counts = new GraphCounts(10_000, 10_000, 0, 1_000_000, 1_000_000, repeated, 0);
    TrainConfig config = TrainConfig.read(Map.of("embeddingDimension", 1, "batchSize", 1));
    return MemoryEstimate.of(counts, NOTHING_KNOWN, config).bytesMin();
  }

  @Test
  void theTasksOfSomeUsersAreHeldAtATime() {
    assertThat(ofUsers(1000)).isGreaterThan(ofUsers(0));
    assertThat(ofUsers(1_000_000)).isEqualTo(ofUsers(8192)).isGreaterThan(ofUsers(8191));
  }

  /** At d = 1 the meta-learner takes the most. */
  private static long ofUsers(long count) {
    GraphCounts counts = new GraphCounts(10_000, 10_000, 0, 1000, 1000, 0, 0);
    GraphSchema schema = new GraphSchema(List.of(users(count)));
    return MemoryEstimate.of(counts, schema, TrainConfig.read(Map.of("embeddingDimension", 1)))
        .bytesMin();
  }

  private static SchemaRow users(long count) {
    return found(SchemaRole.USER, "User", count);
  }

  /** At d = 1 what is fitted to ratings is more than the embeddings and the content. */
  @Test
  void ratingsTakeMoreTheMoreRelationsTellOfThem() {
    assertThat(ofRelations(10, true)).isGreaterThan(ofRelations(10, false));
    assertThat(ofRelations(20, true)).isGreaterThan(ofRelations(10, true) + 10_000 * 10 * 4);
  }

  private static long ofRelations(int relations, boolean rated) {
    SchemaRow relation = found(SchemaRole.RELATION, "MADE_BY", 1000);
    List<SchemaRow> rows = new ArrayList<>(Collections.nCopies(relations, relation));
    if (rated) {
      rows.add(found(SchemaRole.RATING, "stars", 30_000));
    }
    GraphCounts counts = new GraphCounts(14_000, 10_000, 0, 50_000, 30_000, 0, 0);
    TrainConfig config = TrainConfig.read(Map.of("embeddingDimension", 1));
    return MemoryEstimate.of(counts, new GraphSchema(rows), config).bytesMin();
  }

  /** Its four members are trained one after the other, and laid side by side at the end. */
  @Test
  void aWideEmbeddingOfALargeGraphHasFewerMomentsAtOnce() {
    TrainConfig wide = TrainConfig.read(Map.of("embeddingDimension", 256));
    GraphCounts counts = new GraphCounts(100_000, 0, 0, 100_000, 0, 0, 0);
    long rows = 100_000 * 8 * 256L;

    assertThat(MemoryEstimate.of(counts, NOTHING_KNOWN, wide).bytesMax()).isLessThan(3 * rows);
    assertThat(MemoryEstimate.of(counts, NOTHING_KNOWN, wide).bytesMin())
        .as("the members, and the whole")
        .isGreaterThan(rows + rows / 4);

    GraphCounts features = new GraphCounts(10_000, 0, 90_000, 100_000, 0, 0, 0);
    assertThat(MemoryEstimate.of(features, NOTHING_KNOWN, wide).bytesMin()).isGreaterThan(rows);
  }

  @Test
  void anEstimateIsReadInMebibytesAndGibibytes() {
    assertThat(new MemoryEstimate(28 << 20, (31 << 20) - 1, 1, 1).inWords())
        .isEqualTo("[28 MiB ... 31 MiB]");
    assertThat(new MemoryEstimate(15L << 30, 17L << 30, 1, 1).inWords())
        .isEqualTo("[15.0 GiB ... 17.0 GiB]");
  }

  @Test
  void whatDoesNotFitIsRefusedUnlessTheCallerInsists() {
    GraphCounts counts = new GraphCounts(100, 100, 0, 10_000_000_000L, 0, 0, 0);
    MemoryEstimate estimate = estimate(counts);

    assertThat(estimate.fits()).isFalse();
    assertThatThrownBy(() -> estimate.requireRoom(counts, CONFIG))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining(estimate.inWords())
        .hasMessageContaining("sudo: true");
    assertThatCode(() -> estimate.requireRoom(counts, INSISTING)).doesNotThrowAnyException();
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

    assertThat(new MemoryEstimate(unused + (4 << 20), Long.MAX_VALUE, 1, 1).fits())
        .as("after %d bytes of garbage", garbage)
        .isTrue();
  }

  @Test
  void moreThanAnArrayHoldsIsRefusedEvenThen() {
    GraphCounts counts = new GraphCounts(100_000_000, 0, 0, 0, 0, 0, 0);

    assertThat(new MemoryEstimate(1, 2, 1L << 31, 1).fits()).isFalse();
    assertThat(new MemoryEstimate(1, 2, 1, 1L << 31).fits()).isFalse();
    assertThat(estimate(counts).floats()).isEqualTo(100_000_000L * 2 * 64);
    assertThatThrownBy(() -> estimate(counts).requireRoom(counts, INSISTING))
        .hasMessageContaining("lower embeddingDimension to 10");
  }

  /** Two million items, each told of by three relations. */
  @Test
  void aBatchWhoseItemsFitIntoNoArrayIsRefusedEvenThen() {
    assertThatThrownBy(() -> requireRoomForBatches(8192, 10_000, 2_000_000))
        .isInstanceOf(GraphMismatchException.class)
        .hasMessageContaining("lower metaBatchSize (8192) or embeddingDimension (64)");
    assertThatCode(() -> requireRoomForBatches(4096, 10_000, 2_000_000)).doesNotThrowAnyException();
    assertThatCode(() -> requireRoomForBatches(8192, 500, 2_000_000)).doesNotThrowAnyException();
    assertThatCode(() -> requireRoomForBatches(8192, 10_000, 1_000_000)).doesNotThrowAnyException();
  }

  private static void requireRoomForBatches(int batchSize, int users, long items) {
    List<SchemaRow> rows = new ArrayList<>();
    rows.add(found(SchemaRole.USER, "User", users));
    rows.addAll(Collections.nCopies(3, found(SchemaRole.RELATION, "MADE_BY", items)));
    GraphCounts counts = new GraphCounts(items, items, 0, 3 * items, 1000, 0, 0);
    TrainConfig config = TrainConfig.read(Map.of("metaBatchSize", batchSize, "sudo", true));
    MemoryEstimate.of(counts, new GraphSchema(rows), config).requireRoom(counts, config);
  }
}
