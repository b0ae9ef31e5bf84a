package org.metarec.meta.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metarec.model.embedding.EntityTable;
import org.metarec.testing.Clicks;
import org.metarec.triple.time.Interactions;

class StandardEmbeddingsTest {
  private static final int ITEMS = 200;
  private static final int DIMENSION = 3;
  private static final int LENGTH = 2 * DIMENSION;
  private static final BitSet KNOWN = new BitSet();

  /** Numbers of about 1 are rounded to 6e-8, and {@link #ITEMS} of them are summed. */
  private static final Offset<Double> ROUNDING = within(1e-5);

  static {
    KNOWN.set(0, ITEMS);
  }

  /** Each coordinate has a mean of its own. */
  private static EntityTable table() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[ITEMS * LENGTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (i % LENGTH + 3 * random.nextGaussian());
    }
    return new EntityTable(DIMENSION, values);
  }

  /** Users with so many interactions each. */
  private static Interactions users(int... sizes) {
    int[] offsets = new int[sizes.length + 1];
    for (int user = 0; user < sizes.length; user++) {
      offsets[user + 1] = offsets[user] + sizes[user];
    }
    int[] items = IntStream.range(0, offsets[sizes.length]).map(i -> i % ITEMS).toArray();
    return Clicks.of(ITEMS, offsets, items);
  }

  /** Half of what is seen of users with thirty interactions, a quarter of those with ten. */
  @ParameterizedTest
  @CsvSource({"30, 30, 0.5", "10, 10, 0.25", "120, 120, 0.8", "30, 90, 0.6875", "0, 30, 0.5"})
  void theFewerInteractionsAUserHasTheLessEmbeddingsSay(int one, int other, double spread) {
    StandardEmbeddings embeddings = StandardEmbeddings.of(table(), KNOWN, users(one, other));

    double squares = 0;
    for (int k = 0; k < LENGTH; k++) {
      double sum = 0;
      for (int item = 0; item < ITEMS; item++) {
        float value = embeddings.of(item)[k];
        sum += value;
        squares += value * value;
      }
      assertThat(sum / ITEMS).isCloseTo(0, ROUNDING);
    }
    assertThat(Math.sqrt(squares / ITEMS / LENGTH)).isCloseTo(spread, ROUNDING);
  }

  @Test
  void embeddingsThatAreAllAlikeSayNothing() {
    EntityTable alike = new EntityTable(DIMENSION, new float[ITEMS * LENGTH]);

    assertThat(StandardEmbeddings.of(alike, KNOWN, users(30)).of(3)).containsOnly(0);
    assertThat(StandardEmbeddings.of(table(), KNOWN, users()).of(3)).containsOnly(0);
  }

  @Test
  void leftOutTheyAreAllZero() {
    assertThat(StandardEmbeddings.none(table(), KNOWN).of(3)).containsOnly(0);
  }
}
