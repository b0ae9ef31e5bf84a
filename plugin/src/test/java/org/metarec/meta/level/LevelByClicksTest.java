package org.metarec.meta.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.level.LevelByClicks.Sample;
import org.metarec.model.taste.NewItemLevels;

class LevelByClicksTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void whatManyUsersSayIsFoundAgain(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Sample> samples =
        random
            .ints(5000, 0, 61)
            .mapToObj(
                clicks ->
                    new Sample(
                        clicks,
                        2 - 1.5 * NewItemLevels.share(clicks) + 0.5 * random.nextGaussian()))
            .toList();

    LevelByClicks found = LevelByClicks.through(samples);

    assertThat(found.limit()).isCloseTo(2, within(0.1));
    assertThat(found.slope()).isCloseTo(-1.5, within(0.25));
  }

  @Test
  void usersWithTheSameClicksSayNothingOfOthers() {
    List<Sample> samples = List.of(new Sample(3, 1), new Sample(3, 2));

    assertThat(LevelByClicks.through(samples)).isEqualTo(new LevelByClicks(1.5, 0));
  }

  /** A click draws known items apart: nobody needs a lower level for it. */
  @Test
  void aLevelThatFallsWithClicksIsTakenForChance() {
    List<Sample> samples = List.of(new Sample(0, 3), new Sample(8, 1), new Sample(24, 2));

    assertThat(LevelByClicks.through(samples)).isEqualTo(new LevelByClicks(2, 0));
  }

  @Test
  void fewUsersSayLittle() {
    List<Sample> two = List.of(new Sample(0, 0), new Sample(1000, 3));
    List<Sample> many = IntStream.range(0, 200).mapToObj(i -> two.get(i % 2)).toList();

    assertThat(LevelByClicks.through(many).slope()).isLessThan(-2.5);
    assertThat(LevelByClicks.through(two).slope()).isBetween(-1.5, -0.5);
  }
}
