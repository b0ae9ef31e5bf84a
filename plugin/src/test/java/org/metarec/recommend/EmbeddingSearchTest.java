package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Floats;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.InductionError;
import org.metarec.model.embedding.RotatE;
import org.metarec.testing.RandomTables;

class EmbeddingSearchTest {
  private static final InductionError NO_ERROR = InductionError.of(1, List.of(), List.of());
  private static final float[][] ROWS = {{1, 0}, {0, 1}, {-1, 0}, {2, 0}, {0, 0}};

  /** The first three in the table, with another between them, and two others. */
  private static final EmbeddingSearch SEARCH =
      new EmbeddingSearch(
          new EntityTable(1, Floats.concat(ROWS[0], new float[] {1, 1}, ROWS[1], ROWS[2])),
          new int[] {0, 2, 3},
          List.of(ROWS[3], ROWS[4]),
          NO_ERROR);

  @Test
  void likenessIsTheCosineWhateverTheLength() {
    List<Scored> similar = SEARCH.similar(ROWS[0], 10, candidate -> true);

    assertThat(similar.stream().map(Scored::index)).containsExactly(0, 3, 1, 4, 2);
    assertThat(similar.get(0).score()).isCloseTo(1, within(1e-12));
    assertThat(similar.get(4).score()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void aQuarterTurnOfOneIsCompletedByI() {
    float[] place = RotatE.rotate(ROWS[0], new float[] {(float) (Math.PI / 2)});

    List<Scored> best = SEARCH.completing(place, 6, 2, candidate -> true);

    assertThat(best.get(0).index()).isEqualTo(1);
    assertThat(best.get(0).score()).isCloseTo(6, within(1e-6));
    assertThat(best.get(1).index()).isEqualTo(4); // the origin is 1 away, the others √2 or more
    assertThat(best.get(1).score()).isCloseTo(5, within(1e-6));
  }

  /** Half of what relations say of a row is wrong, so one that they alone place is second. */
  @Test
  void anInducedRowIsWorthWhatIsToBeExpectedOfIt() {
    List<float[]> trained = List.of(ROWS[0], ROWS[1]);
    List<float[]> induced = List.of(ROWS[0], ROWS[0]);
    EmbeddingSearch search =
        new EmbeddingSearch(
            new EntityTable(1, new float[] {1, 0.5f}),
            new int[] {0},
            List.of(ROWS[0]),
            InductionError.of(1, trained, induced));

    assertThat(search.similar(ROWS[0], 2, candidate -> true).stream().map(Scored::index))
        .containsExactly(0, 1);
    assertThat(search.completing(ROWS[0], 6, 2, candidate -> true).stream().map(Scored::index))
        .containsExactly(0, 1);
  }

  @Test
  void notMoreIsFoundThanAskedFor() {
    assertThat(SEARCH.similar(ROWS[0], 1, candidate -> true)).hasSize(1);
    EmbeddingSearch none =
        new EmbeddingSearch(new EntityTable(1, ROWS[0]), new int[0], List.of(), NO_ERROR);
    assertThat(none.similar(ROWS[0], 5, candidate -> true)).isEmpty();
  }

  /** A property that was written by hand, or by a bad import. */
  @Test
  void aRowThatHoldsNoNumbersIsNoAnswer() {
    float[] damaged = {Float.NaN, 0};
    EmbeddingSearch search =
        new EmbeddingSearch(
            new EntityTable(1, Floats.concat(ROWS[0], ROWS[1])),
            new int[] {0, 1},
            List.of(damaged),
            NO_ERROR);

    assertThat(search.similar(ROWS[0], 10, candidate -> true)).hasSize(2);
    assertThat(search.completing(ROWS[0], 6, 10, candidate -> true)).hasSize(2);
  }

  /** However many of the best are gone. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void theBestOfThoseThatAreThereAreFound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    EntityTable table = new EntityTable(2, RandomTables.floats(random, 4 * 1000));
    float[] row = RandomTables.floats(random, 4);
    EmbeddingSearch search =
        new EmbeddingSearch(table, IntStream.range(0, 1000).toArray(), List.of(), NO_ERROR);

    List<Integer> all =
        IntStream.range(0, 1000)
            .boxed()
            .sorted(Comparator.comparing(i -> RotatE.distance(row, table.row(i))))
            .toList();
    List<Integer> last = all.subList(990, 1000);

    List<Scored> found = search.completing(row, 6, 7, last::contains);
    assertThat(found.stream().map(Scored::index)).containsExactlyElementsOf(last.subList(0, 7));
    assertThat(search.similar(row, 20, last::contains)).hasSize(10);
  }
}
