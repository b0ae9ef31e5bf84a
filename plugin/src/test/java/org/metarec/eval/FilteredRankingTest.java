package org.metarec.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RelationPhases;
import org.metarec.model.embedding.RotatE;
import org.metarec.model.kernel.Kernel;
import org.metarec.testing.Impatient;
import org.metarec.testing.RandomTables;
import org.metarec.testing.RandomTriples;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

class FilteredRankingTest {
  private static final int DIMENSION = 20;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void theRankIsOneMoreThanTheFalseEntitiesThatAreCloser(long seed) {
    Triples triples = RandomTriples.of(seed, 40, 3, 60);
    EntityTable entities = RandomTables.entities(seed, 40, DIMENSION);
    RelationPhases phases = RandomTables.phases(seed, 3, DIMENSION);
    KnownTriples known = KnownTriples.of(triples);
    double[] expected = new double[2 * triples.size()];
    for (int i = 0; i < triples.size(); i++) {
      int head = triples.head(i);
      int relation = triples.relation(i);
      int tail = triples.tail(i);
      double distance = distance(entities, phases, head, relation, tail);
      expected[2 * i] = 1;
      expected[2 * i + 1] = 1;
      for (int e = 0; e < 40; e++) {
        if (!known.contains(e, relation, tail)
            && distance(entities, phases, e, relation, tail) < distance) {
          expected[2 * i]++;
        }
        if (!known.contains(head, relation, e)
            && distance(entities, phases, head, relation, e) < distance) {
          expected[2 * i + 1]++;
        }
      }
    }
    for (Kernel kernel : Kernel.values()) {
      FilteredRanking ranking = new FilteredRanking(entities, phases, known, kernel);
      assertThat(ranks(ranking, triples, 1)).containsExactly(expected);
      assertThat(ranks(ranking, triples, 3)).containsExactly(expected);
    }
  }

  @Test
  void whereAllScoresAreEqualTheRankIsTheMiddle() {
    Triples triples = new Triples(5, 1, new int[] {0}, new int[] {0}, new int[] {1});
    FilteredRanking ranking =
        new FilteredRanking(
            new EntityTable(2, new float[5 * 4]),
            new RelationPhases(2, new float[2]),
            KnownTriples.of(triples));
    assertThat(ranks(ranking, triples, 1)).containsExactly(3, 3);
  }

  @Test
  void itStopsWhenItShould() {
    Triples triples = RandomTriples.of(1, 5, 1, 3);
    FilteredRanking ranking =
        new FilteredRanking(
            RandomTables.entities(1, 5, 2), RandomTables.phases(1, 1, 2), KnownTriples.of(triples));
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> ranking.ranks(triples, workers, new Impatient(0)))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static double[] ranks(FilteredRanking ranking, Triples triples, int concurrency) {
    try (Workers workers = new Workers(concurrency)) {
      return ranking.ranks(triples, workers, Progress.NONE);
    }
  }

  private static double distance(
      EntityTable entities, RelationPhases phases, int head, int relation, int tail) {
    return RotatE.distance(
        RotatE.rotate(entities.row(head), phases.row(relation)), entities.row(tail));
  }
}
