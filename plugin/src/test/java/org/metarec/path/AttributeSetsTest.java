package org.metarec.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.testing.RandomTables;

class AttributeSetsTest {
  private static final int ITEMS = 500;
  private static final int IDS = 1000;

  /** One or two of ten attributes each, and no attribute for some; ids are no places. */
  private static Links links(SplittableRandom random) {
    LinkList links = new LinkList();
    for (int item = 0; item < ITEMS; item++) {
      if (random.nextInt(10) > 0) {
        links.add(item, 300 + 7 * random.nextInt(5), item);
        links.add(item, 600 + 7 * random.nextInt(5), item);
      }
    }
    return links.toLinks(ITEMS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void anItemGetsWhatItsAttributesGive(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Links links = links(random);
    float[] idf = RandomTables.floats(random, IDS); // from -1 to 1
    for (int id = 0; id < IDS; id++) {
      idf[id] += 2;
    }
    SparseWeights weights = new SparseWeights(IDS);
    for (int i = 0; i < 6; i++) {
      weights.add(random.nextInt(IDS), 1); // many that no item has
      weights.add(300 + 7 * random.nextInt(5), random.nextInt(1, 4));
    }
    float[] sums = new float[ITEMS];

    AttributeSets.of(links).orElseThrow().addValues(weights, idf, 0.5f, sums);

    for (int item = 0; item < ITEMS; item++) {
      double sum = 0;
      double square = 0;
      for (int link = links.from(item); link < links.to(item); link++) {
        sum += weights.get(links.target(link));
        square += idf[links.target(link)];
      }
      double expected = sum == 0 ? 0 : 0.5 * sum / Math.sqrt(square);
      assertThat((double) sums[item]).isCloseTo(expected, within(1e-5 * (1 + expected)));
    }
  }

  @Test
  void manySetsAreLeftAlone() {
    LinkList links = new LinkList();
    for (int item = 0; item < ITEMS; item++) {
      links.add(item, item, item);
    }

    assertThat(AttributeSets.of(links.toLinks(ITEMS))).isEmpty();
  }
}
