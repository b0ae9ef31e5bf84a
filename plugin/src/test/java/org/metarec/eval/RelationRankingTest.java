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
import org.metarec.testing.Impatient;
import org.metarec.testing.RandomTables;
import org.metarec.testing.RandomTriples;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.Progress;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

class RelationRankingTest {
  private static final int DIMENSION = 20;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#ten")
  void theRankIsOneMoreThanTheFalseRelationsThatAreCloser(long seed) {
    Triples triples = RandomTriples.of(seed, 8, 30, 300); // so that pairs have several relations
    EntityTable entities = RandomTables.entities(seed, 8, DIMENSION);
    RelationPhases phases = RandomTables.phases(seed, 30, DIMENSION);
    KnownTriples known = KnownTriples.of(triples);
    double[] expected = new double[triples.size()];
    for (int i = 0; i < expected.length; i++) {
      float[] head = entities.row(triples.head(i));
      float[] tail = entities.row(triples.tail(i));
      double distance = distance(head, phases.row(triples.relation(i)), tail);
      expected[i] = 1;
      for (int relation = 0; relation < 30; relation++) {
        if (!known.contains(triples.head(i), relation, triples.tail(i))
            && distance(head, phases.row(relation), tail) < distance) {
          expected[i]++;
        }
      }
    }
    RelationRanking ranking = new RelationRanking(entities, phases, known);
    assertThat(ranks(ranking, triples, 1)).containsExactly(expected);
    assertThat(ranks(ranking, triples, 3)).containsExactly(expected);
  }

  @Test
  void whereAllScoresAreEqualTheRankIsTheMiddle() {
    Triples triples = new Triples(2, 5, new int[] {0}, new int[] {3}, new int[] {1});
    RelationRanking ranking =
        new RelationRanking(
            new EntityTable(2, new float[2 * 4]),
            new RelationPhases(2, new float[5 * 2]),
            KnownTriples.of(triples));
    assertThat(ranks(ranking, triples, 1)).containsExactly(3);
  }

  @Test
  void itStopsWhenItShould() {
    Triples triples = RandomTriples.of(1, 5, 2, 3);
    RelationRanking ranking =
        new RelationRanking(
            RandomTables.entities(1, 5, 2), RandomTables.phases(1, 2, 2), KnownTriples.of(triples));
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> ranking.ranks(triples, workers, new Impatient(0)))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static double[] ranks(RelationRanking ranking, Triples triples, int concurrency) {
    try (Workers workers = new Workers(concurrency)) {
      return ranking.ranks(triples, workers, Progress.NONE);
    }
  }

  private static double distance(float[] head, float[] phase, float[] tail) {
    return RotatE.distance(RotatE.rotate(head, phase), tail);
  }
}
