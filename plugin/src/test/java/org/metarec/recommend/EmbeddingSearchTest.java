package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metarec.model.RotatE;

class EmbeddingSearchTest {
  private static final float[][] ROWS = {{1, 0}, {0, 1}, {-1, 0}, {2, 0}, {0, 0}};
  private static final EmbeddingSearch SEARCH = new EmbeddingSearch(ROWS.length, i -> ROWS[i]);

  @Test
  void likenessIsTheCosineWhateverTheLength() {
    List<Scored> similar = SEARCH.similar(ROWS[0], 10);

    assertThat(similar.stream().map(Scored::index)).containsExactly(0, 3, 1, 4, 2);
    assertThat(similar.get(0).score()).isCloseTo(1, within(1e-12));
    assertThat(similar.get(4).score()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void aQuarterTurnOfOneIsCompletedByI() {
    float[] place = RotatE.rotate(ROWS[0], new float[] {(float) (Math.PI / 2)});

    List<Scored> best = SEARCH.completing(place, 6, 2);

    assertThat(best.get(0).index()).isEqualTo(1);
    assertThat(best.get(0).score()).isCloseTo(6, within(1e-6));
    assertThat(best.get(1).index()).isEqualTo(4); // the origin is 1 away, the others √2 or more
    assertThat(best.get(1).score()).isCloseTo(5, within(1e-6));
  }

  @Test
  void notMoreIsFoundThanAskedFor() {
    assertThat(SEARCH.similar(ROWS[0], 1)).hasSize(1);
    assertThat(new EmbeddingSearch(0, i -> ROWS[i]).similar(ROWS[0], 5)).isEmpty();
  }
}
