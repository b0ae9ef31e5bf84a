package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.model.embedding.RotatE;
import org.metarec.model.kernel.Kernel;
import org.metarec.testing.Impatient;
import org.metarec.testing.RandomTriples;
import org.metarec.train.config.Configs;
import org.metarec.train.config.RotatEConfig;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;

class EnsembleTest {
  /** Two members, of 64 and 65 coordinates. */
  private static final RotatEConfig CONFIG =
      Configs.SMALL.with(draft -> draft.embeddingDimension = 129);

  private static final TripleSplit SPLIT = TripleSplit.of(RandomTriples.of(2, 40, 3, 510), 0.2, 1);

  private static TrainedRotatE trained(RotatEConfig config, Kernel kernel, int concurrency) {
    return RotatETrainer.train(SPLIT, config, new TrainingRun(concurrency, Progress.NONE, kernel));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "64, 1", "127, 1", "128, 2", "200, 3", "256, 4", "1024, 4", "10000000, 4"})
  void narrowEmbeddingsAreOneAndNoneHasMoreThanFourMembers(int dimension, int members) {
    assertThat(Ensemble.members(dimension)).isEqualTo(members);
  }

  @Test
  void theFirstMemberIsWhatWouldBeTrainedOfItsWidthAlone() {
    TrainedRotatE whole = trained(CONFIG, Kernel.PLAIN, 1);
    TrainedRotatE alone =
        trained(Configs.SMALL.with(draft -> draft.embeddingDimension = 64), Kernel.PLAIN, 1);

    for (int entity = 0; entity < 40; entity++) {
      assertThat(whole.entities().coordinates(entity, 0, 64))
          .containsExactly(alone.entities().row(entity));
    }
    for (int relation = 0; relation < 3; relation++) {
      assertThat(Arrays.copyOf(whole.phases().row(relation), 64))
          .containsExactly(alone.phases().row(relation));
    }
  }

  /** Its rows and phases lie in the same coordinates, then, and are not those of the first. */
  @Test
  void theSecondMemberHasLearnedTheTriplesToo() {
    TrainedRotatE whole = trained(CONFIG.with(draft -> draft.epochs = 60), Kernel.PLAIN, 1);

    assertThat(distanceOfTriples(whole, 0, 64, 0) / distanceOfTriples(whole, 0, 64, 1))
        .isLessThan(0.9);
    assertThat(distanceOfTriples(whole, 64, 65, 0) / distanceOfTriples(whole, 64, 65, 1))
        .isLessThan(0.9);
    assertThat(whole.entities().coordinates(1, 64, 64))
        .isNotEqualTo(whole.entities().coordinates(1, 0, 64));
  }

  /** Of all triples of training, with their tails or others, by some of the coordinates. */
  private static double distanceOfTriples(TrainedRotatE whole, int from, int count, int shift) {
    Triples triples = SPLIT.training();
    return IntStream.range(0, triples.size())
        .mapToDouble(
            i -> {
              float[] phase = whole.phases().row(triples.relation(i));
              float[] head = whole.entities().coordinates(triples.head(i), from, count);
              return RotatE.distance(
                  RotatE.rotate(head, Arrays.copyOfRange(phase, from, from + count)),
                  whole.entities().coordinates((triples.tail(i) + shift) % 40, from, count));
            })
        .sum();
  }

  @ParameterizedTest
  @MethodSource("org.metarec.train.RotatETrainerTest#kernelsAndThreads")
  void theSameSeedGivesTheSameBitsForAnyKernelAndNumberOfThreads(Kernel kernel, int concurrency) {
    TrainedRotatE alone = trained(CONFIG, Kernel.PLAIN, 1);
    TrainedRotatE shared = trained(CONFIG, kernel, concurrency);

    assertThat(shared.entities().values()).containsExactly(alone.entities().values());
    assertThat(shared.phases().values()).containsExactly(alone.phases().values());
    assertThat(shared.lossPerEpoch()).isEqualTo(alone.lossPerEpoch());
    assertThat(shared.metrics()).isEqualTo(alone.metrics()).containsKey("mrr");
  }

  @Test
  void progressGoesForwardToTheEnd() {
    List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
    Progress progress =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            fractions.add(fraction);
          }

          @Override
          public void checkRunning() {}
        };
    RotatETrainer.train(SPLIT, CONFIG, new TrainingRun(2, progress));

    assertThat(fractions).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void whoWantsNoMoreStopsAllMembers() {
    assertThatThrownBy(
            () -> RotatETrainer.train(SPLIT, CONFIG, new TrainingRun(2, new Impatient(30))))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void goingOnKeepsTheRowsOfAllMembers() {
    TrainedRotatE before = trained(CONFIG, Kernel.PLAIN, 1);
    KeptRows kept = KeptRowsTest.kept(before, 41, 3);
    TrainedRotatE after =
        RotatETrainer.continueFrom(
            kept, RandomTriples.of(3, 41, 3, 400), CONFIG, new TrainingRun(2, Progress.NONE));

    for (int entity = 0; entity < 40; entity++) {
      assertThat(after.entities().row(entity)).containsExactly(before.entities().row(entity));
    }
    assertThat(after.phases().values()).containsExactly(before.phases().values());
    assertThat(after.entities().coordinates(40, 0, 64)).isNotEqualTo(new float[128]);
    assertThat(after.entities().coordinates(40, 64, 65)).isNotEqualTo(new float[130]);
  }
}
