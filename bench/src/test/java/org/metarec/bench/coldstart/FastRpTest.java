package org.metarec.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.metarec.bench.coldstart.folder.Interaction;
import org.metarec.bench.coldstart.folder.Scenario.Task;
import org.metarec.model.rating.RatingScale;

class FastRpTest {
  private static final Judge JUDGE = new Judge(new RatingScale(1, 10, 3, 9));

  private static final FastRp FAST_RP =
      new FastRp(
          JUDGE,
          Map.of(
              "east",
              new float[] {5, 0},
              "north",
              new float[] {0, 2},
              "south",
              new float[] {0, -1}));

  private static Interaction rated(String item, double rating) {
    return new Interaction("u", item, OptionalDouble.of(rating));
  }

  private static List<Double> scores(Interaction... support) {
    Task task = new Task("u", List.of(support), List.of(), List.of("east", "north", "unknown"));
    return FAST_RP.score(task).stream().map(Scorer.Scored::score).toList();
  }

  private static void assertScores(List<Double> scores, double east, double north) {
    assertThat(scores.get(0)).isCloseTo(east, within(1e-6));
    assertThat(scores.get(1)).isCloseTo(north, within(1e-6));
  }

  @Test
  void aUserIsTheMeanOfTheDirectionsThatAreLiked() { // between east and north, however long
    double half = Math.sqrt(0.5);
    assertScores(scores(rated("east", 8), rated("north", 10), rated("south", 2)), half, half);
  }

  @Test
  void whereNothingIsLikedAllCounts() {
    assertScores(scores(rated("south", 2)), 0, -1);
  }

  @Test
  void anItemWithoutAnEmbeddingRanksLastAndSaysNothingOfAUser() {
    assertThat(scores(rated("south", 9)).get(2)).isEqualTo(-1.0);
    assertScores(scores(rated("unknown", 9)), 0, 0);
  }
}
