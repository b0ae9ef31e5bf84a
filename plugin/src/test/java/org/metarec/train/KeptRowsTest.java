package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.embedding.RotatE;
import org.metarec.model.kernel.Kernel;
import org.metarec.testing.RandomTriples;
import org.metarec.train.config.Configs;
import org.metarec.train.step.RotatEStart;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;

class KeptRowsTest {
  private static final Triples ALL = RandomTriples.of(5, 30, 4, 300);
  private static final int OLD = 24;
  private static final int OLD_RELATIONS = 3;
  private static final TrainedRotatE BEFORE =
      RotatETrainer.train(restricted(ALL), Configs.SMALL, new TrainingRun(1, Progress.NONE));

  /** The triples that the earlier training saw, over its fewer entities and relations. */
  private static Triples restricted(Triples all) {
    int[] seen =
        IntStream.range(0, all.size())
            .filter(i -> all.head(i) < OLD && all.tail(i) < OLD)
            .filter(i -> all.relation(i) < OLD_RELATIONS)
            .toArray();
    return new Triples(
        OLD,
        OLD_RELATIONS,
        Arrays.stream(seen).map(all::head).toArray(),
        Arrays.stream(seen).map(all::relation).toArray(),
        Arrays.stream(seen).map(all::tail).toArray());
  }

  private static KeptRows kept(int entityCount, int relationCount) {
    return kept(BEFORE, entityCount, relationCount);
  }

  /** All rows of a training, among as many entities and relations as there are now. */
  static KeptRows kept(TrainedRotatE before, int entityCount, int relationCount) {
    KeptRows kept = new KeptRows(entityCount, relationCount, before.entities().dimension());
    for (int entity = 0; entity < before.entities().entityCount(); entity++) {
      kept.keepEntity(entity, before.entities().row(entity));
    }
    for (int relation = 0; relation < before.phases().relationCount(); relation++) {
      kept.keepPhase(relation, before.phases().row(relation));
    }
    return kept;
  }

  private static TrainedRotatE continued(Kernel kernel, int threads) {
    return RotatETrainer.continueFrom(
        kept(30, 4), ALL, Configs.SMALL, new TrainingRun(threads, Progress.NONE, kernel));
  }

  static Stream<Arguments> kernelsAndThreads() {
    return Arrays.stream(Kernel.values())
        .flatMap(kernel -> Stream.of(1, 3).map(threads -> Arguments.of(kernel, threads)));
  }

  @ParameterizedTest
  @MethodSource("kernelsAndThreads")
  void keptRowsAreTheSameBitsAndTheOthersAreFitted(Kernel kernel, int threads) {
    TrainedRotatE after = continued(kernel, threads);
    KeptRows start = kept(30, 4);
    RotatEStart untrained = start.start(ALL, Configs.SMALL);

    for (int entity = 0; entity < 30; entity++) {
      float[] row = after.entities().row(entity);
      if (entity < OLD) {
        assertThat(row).containsExactly(BEFORE.entities().row(entity));
      } else {
        assertThat(row).isNotEqualTo(untrained.entities().row(entity));
      }
    }
    for (int relation = 0; relation < OLD_RELATIONS; relation++) {
      assertThat(after.phases().row(relation)).containsExactly(BEFORE.phases().row(relation));
    }
    assertThat(after.phases().row(3)).isNotEqualTo(untrained.phases().row(3));
    assertThat(after.entities().values())
        .containsExactly(continued(Kernel.PLAIN, 1).entities().values());
  }

  @Test
  void onlyTriplesWithANewPartAreLearnedAndAllAreKnown() {
    TripleSplit split = kept(30, 4).split(ALL, Configs.SMALL);

    assertThat(split.training().size() + split.heldBack().size())
        .isEqualTo(ALL.size() - restricted(ALL).size());
    assertThat(split.heldBack().size()).isPositive();
    for (int i = 0; i < split.training().size(); i++) {
      boolean isOld =
          split.training().head(i) < OLD
              && split.training().tail(i) < OLD
              && split.training().relation(i) < OLD_RELATIONS;
      assertThat(isOld).isFalse();
    }
    for (int i = 0; i < ALL.size(); i++) {
      assertThat(split.known().contains(ALL.head(i), ALL.relation(i), ALL.tail(i))).isTrue();
    }
  }

  @Test
  void aGraphInWhichNothingIsNewKeepsItsTables() {
    TrainedRotatE after =
        RotatETrainer.continueFrom(
            kept(OLD, OLD_RELATIONS),
            restricted(ALL),
            Configs.SMALL,
            new TrainingRun(1, Progress.NONE));

    assertThat(after.entities().values()).containsExactly(BEFORE.entities().values());
    assertThat(after.phases().values()).containsExactly(BEFORE.phases().values());
    assertThat(after.lossPerEpoch()).isEmpty();
  }

  @Test
  void aNewEntityBeginsWhereItsKeptNeighbourWantsIt() {
    Triples one =
        new Triples(OLD + 1, OLD_RELATIONS, new int[] {2}, new int[] {1}, new int[] {OLD});
    RotatEStart start = kept(OLD + 1, OLD_RELATIONS).start(one, Configs.SMALL);

    float[] wanted = RotatE.rotate(start.entities().row(2), start.phases().row(1));
    assertThat(start.entities().row(OLD)).containsExactly(wanted, within(1e-5f));
  }
}
