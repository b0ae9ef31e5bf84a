package org.metarec.meta.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.feature.ItemAttributes;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.popularity.LikeRates;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

/** Against sums over all likes, one by one. */
class AttributeCountsTest {
  private static final double LATELY = 0.1;
  private static final double EVER = 0.5;
  private static final int LIKES = 100;
  private static final ItemAttributes ATTRIBUTES =
      new ItemFeatures(
              TasteGraph.withoutSequels(7),
              LearnedExample.MODEL.taste().prior().shape(),
              MetaConfig.DEFAULTS,
              Optional.empty(),
              Progress.NONE)
          .itemAttributes();

  private double[] moments;
  private int[] films;

  private AttributeCounts counted(SplittableRandom random) {
    moments = random.doubles(LIKES).sorted().toArray();
    films = random.ints(LIKES, 0, TasteGraph.FILMS).toArray();
    AttributeCounts counts =
        new AttributeCounts(ATTRIBUTES, new LikeRates(LATELY, 1), new LikeRates(EVER, 1));
    for (int like = 0; like < LIKES; like++) {
      counts.add(films[like], moments[like]);
    }
    return counts;
  }

  private static boolean has(int film, int attribute) {
    boolean[] found = new boolean[ATTRIBUTES.count()];
    ATTRIBUTES.forEach(film, each -> found[each] = true);
    return found[attribute];
  }

  /** What likes of an attribute count at 1. */
  private double sum(double memory, int attribute) {
    return IntStream.range(0, LIKES)
        .filter(like -> has(films[like], attribute))
        .mapToDouble(like -> Math.exp(-(1 - moments[like]) / memory))
        .sum();
  }

  private double sum(double memory) {
    return Arrays.stream(moments).map(moment -> Math.exp(-(1 - moment) / memory)).sum();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void aLiftComparesTheShareOfLatelyWithThatOfEver(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AttributeCounts counts = counted(random);
    int attribute = random.nextInt(ATTRIBUTES.count());

    double expected = sum(LATELY) * sum(EVER, attribute) / sum(EVER);
    double lift = Math.log((10 + sum(LATELY, attribute)) / (10 + expected));

    assertThat(counts.lift(attribute, 1)).isCloseTo(lift, within(1e-9));
  }

  @Test
  void beforeTheFirstLikeThereIsNoLift() {
    LikeRates rates = new LikeRates(LATELY, 1);
    assertThat(new AttributeCounts(ATTRIBUTES, rates, rates).lift(0, 0.5)).isZero();
  }

  /** A film of the graph has a director, a genre and a colour. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void anItemHasOneNumberForEachRelation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AttributeCounts counts = counted(random);
    int film = random.nextInt(TasteGraph.FILMS);

    double[] lifts = counts.lifts(film, 1);

    assertThat(lifts).hasSize(3);
    ATTRIBUTES.forEach(
        film,
        attribute ->
            assertThat(lifts[ATTRIBUTES.relation(attribute)]).isEqualTo(counts.lift(attribute, 1)));
  }
}
