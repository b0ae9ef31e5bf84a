package org.metarec.recommend.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {

  private static Connection way(int relation, int click, OptionalInt attribute, double adds) {
    List<Long> handles = attribute.isPresent() ? List.of(1L + click, 2L) : List.of(3L);
    return new Connection(relation, OptionalInt.of(click), attribute, handles, adds);
  }

  private static Connection by(int attribute, int click, double adds) {
    return way(0, click, OptionalInt.of(attribute), adds);
  }

  /** Clicks on three films of a director, and on one with an actor. */
  @Test
  void whoClickedThreeFilmsOfADirectorIsToldOfTheActorToo() {
    List<Connection> ways = List.of(by(7, 0, .5), by(7, 1, .6), by(7, 2, .4), by(8, 3, .1));

    assertThat(Reasons.of(ways.stream(), 2)).containsExactly(by(7, 1, .6), by(8, 3, .1));
    assertThat(Reasons.of(ways.stream(), 3))
        .containsExactly(by(7, 1, .6), by(7, 0, .5), by(8, 3, .1));
  }

  @Test
  void whatLowersTheScoreIsNoReason() {
    assertThat(Reasons.of(List.of(by(7, 0, -.5), by(8, 1, 0)).stream(), 3)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void theStrongestOfEachComeBeforeASecondOfAny(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Connection> ways =
        IntStream.range(0, random.nextInt(30)).mapToObj(click -> drawn(random, click)).toList();
    List<Connection> adding = ways.stream().filter(way -> way.contribution() > 0).toList();
    int most = random.nextInt(8);

    List<Connection> shown = Reasons.of(ways.stream(), most);

    assertThat(shown).isSortedAccordingTo(Connection.STRONGEST_FIRST).isSubsetOf(adding);
    assertThat(shown).hasSize(Math.min(most, adding.size()));
    List<Connection> strongestOfEach =
        adding.stream().filter(way -> adding.stream().noneMatch(o -> beats(o, way))).toList();
    assertThat(shown)
        .containsAll(
            strongestOfEach.stream()
                .sorted(Comparator.comparingDouble(way -> -way.contribution()))
                .limit(most)
                .toList());
  }

  private static Connection drawn(SplittableRandom random, int click) {
    OptionalInt attribute =
        random.nextInt(5) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(4));
    return way(random.nextInt(2), click, attribute, random.nextDouble(-.2, 1));
  }

  private static boolean beats(Connection one, Connection other) {
    return one.attribute().isPresent()
        && one.attribute().equals(other.attribute())
        && one.relation() == other.relation()
        && one.contribution() > other.contribution();
  }
}
