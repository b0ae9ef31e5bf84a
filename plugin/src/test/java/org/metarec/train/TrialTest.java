package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;

class TrialTest {

  private final List<String> trainings = new ArrayList<>();

  private String best(Map<String, Map<String, Double>> metrics, String... tried) {
    return Trial.best(
            List.of(tried),
            Progress.NONE,
            (name, progress) -> {
              trainings.add(name);
              return trained(metrics.get(name));
            })
        .config();
  }

  private static TrainedRotatE trained(Map<String, Double> metrics) {
    return new TrainedRotatE(
        new EntityTable(1, new float[2]),
        new RelationPhases(1, new float[1]),
        List.of(1.0),
        1,
        metrics,
        new Triples(0, 0, new int[0], new int[0], new int[0]));
  }

  @Test
  void whatRanksTheHeldBackTriplesBestIsKept() {
    var metrics = Map.of("a", Map.of("mrr", 0.2), "b", Map.of("mrr", 0.6), "c", Map.of("mrr", 0.4));
    assertThat(best(metrics, "a", "b", "c")).isEqualTo("b");
  }

  @Test
  void theFirstIsKeptWhereNothingTellsThemApart() {
    assertThat(best(Map.of("a", Map.of("mrr", 0.5), "b", Map.of("mrr", 0.5)), "a", "b"))
        .isEqualTo("a");
  }

  @Test
  void withoutHeldBackTriplesOnlyTheFirstIsTrained() {
    assertThat(best(Map.of("a", Map.of(), "b", Map.of()), "b", "a")).isEqualTo("b");
    assertThat(trainings).containsExactly("b");
  }
}
