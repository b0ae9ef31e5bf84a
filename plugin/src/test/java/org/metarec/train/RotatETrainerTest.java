package org.metarec.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.DivergenceException;
import org.metarec.eval.FilteredRanking;
import org.metarec.eval.RankingMetrics;
import org.metarec.model.kernel.Kernel;
import org.metarec.testing.RandomTriples;
import org.metarec.train.config.Configs;
import org.metarec.train.config.CorruptionMix;
import org.metarec.train.config.RotatEConfig;
import org.metarec.train.config.RotatEDraft;
import org.metarec.triple.KnownTriples;
import org.metarec.triple.Progress;
import org.metarec.triple.TripleSplit;
import org.metarec.triple.Triples;
import org.metarec.triple.Workers;

class RotatETrainerTest {
  private static final Triples RANDOM = RandomTriples.of(2, 40, 3, 510);

  @Test
  void heldBackTriplesOfARingAreRankedHigh() {
    RotatEConfig config = Configs.SMALL.with(draft -> draft.epochs = 150);
    TrainedRotatE trained = train(ring(60), config);
    // an untrained table ranks at random: an MRR of H(60)/60, about .08
    assertThat(trained.metrics().get("mrr")).isGreaterThan(0.5);
    assertThat(trained.lossPerEpoch().get(trained.bestEpoch() - 1))
        .isLessThan(trained.lossPerEpoch().get(0) / 2);
  }

  static Stream<Arguments> kernelsAndThreads() {
    return Arrays.stream(Kernel.values())
        .flatMap(kernel -> Stream.of(1, 2, 3, 8).map(threads -> Arguments.of(kernel, threads)));
  }

  @ParameterizedTest
  @MethodSource("kernelsAndThreads")
  void theSameSeedGivesTheSameBitsForAnyKernelAndNumberOfThreads(Kernel kernel, int concurrency) {
    RotatEConfig config = Configs.SMALL.with(draft -> draft.embeddingDimension = 37);
    TripleSplit split = TripleSplit.of(RANDOM, 0.2, 1);
    TrainedRotatE alone =
        RotatETrainer.train(split, config, new TrainingRun(1, Progress.NONE, Kernel.PLAIN));
    TrainedRotatE shared =
        RotatETrainer.train(split, config, new TrainingRun(concurrency, Progress.NONE, kernel));
    assertThat(shared.entities().values()).containsExactly(alone.entities().values());
    assertThat(shared.phases().values()).containsExactly(alone.phases().values());
    assertThat(shared.lossPerEpoch()).isEqualTo(alone.lossPerEpoch());
    assertThat(shared.metrics()).isEqualTo(alone.metrics());
  }

  static Stream<Arguments> otherSettings() {
    return Stream.of(
        change("embeddingDimension", draft -> draft.embeddingDimension = 9),
        change("epochs", draft -> draft.epochs = 3),
        change("batchSize", draft -> draft.batchSize = 17),
        change("learningRate", draft -> draft.learningRate = 0.021),
        change("negativeSamples", draft -> draft.negativeSamples = 7),
        change("margin", draft -> draft.margin = 5.0),
        change("adversarialTemperature", draft -> draft.adversarialTemperature = 0.5),
        change("gradientClip", draft -> draft.gradientClip = 1e-3),
        change("validationFraction", draft -> draft.validationFraction = 0.1),
        change("patience", draft -> draft.patience = 25),
        change("corruption", draft -> draft.corruption = CorruptionMix.ENTITY),
        change("randomSeed", draft -> draft.randomSeed = 43L));
  }

  private static Arguments change(String key, Consumer<RotatEDraft> change) {
    return Arguments.of(key, change);
  }

  @ParameterizedTest
  @MethodSource("otherSettings")
  void everySettingChangesTheCourse(String key, Consumer<RotatEDraft> change) {
    RotatEConfig base = Configs.SMALL.with(draft -> draft.epochs = 30);
    List<Double> usual = train(RANDOM, base).lossPerEpoch();
    assertThat(train(RANDOM, base.with(change)).lossPerEpoch()).isNotEqualTo(usual);
  }

  @Test
  void clustersOfRelationsAndTheirWeightChangeTheCourse() {
    RotatEConfig plain = Configs.SMALL.with(draft -> draft.epochs = 60);
    RotatEConfig clustered = plain.with(draft -> draft.relationClusters = 3);
    RotatEConfig heavy = clustered.with(draft -> draft.clusterWeight = 3.0);
    assertThat(
            Stream.of(plain, clustered, heavy)
                .map(config -> train(twice(ring(60)), config).lossPerEpoch())
                .distinct())
        .hasSize(3);
  }

  @Test
  void theBestEpochIsKept() {
    RotatEConfig config = Configs.SMALL.with(draft -> draft.epochs = 40);
    TrainedRotatE trained = train(RANDOM, config);
    assertThat(trained.bestEpoch()).isLessThan(trained.lossPerEpoch().size());
    TripleSplit split = TripleSplit.of(RANDOM, config.validationFraction(), config.randomSeed());
    FilteredRanking ranking =
        new FilteredRanking(trained.entities(), trained.phases(), KnownTriples.of(RANDOM));
    try (Workers workers = new Workers(1)) {
      double[] ranks = ranking.ranks(split.heldBack(), workers, Progress.NONE);
      assertThat(trained.metrics())
          .containsEntry("mrr", RankingMetrics.meanReciprocalRank(ranks))
          .containsEntry("hitsAt10", RankingMetrics.hitsAt(10, ranks))
          .containsEntry("meanRank", RankingMetrics.meanRank(ranks));
    }
  }

  @Test
  void whereFewTriplesAreHeldBackTheLastEpochIsKeptAndRanked() {
    RotatEConfig config = Configs.SMALL.with(draft -> draft.epochs = 40);
    TrainedRotatE trained = train(RandomTriples.of(1, 40, 3, 490), config); // 98 of them
    assertThat(trained.lossPerEpoch()).hasSize(40);
    assertThat(trained.bestEpoch()).isEqualTo(40);
    assertThat(trained.metrics()).containsKey("mrr");
  }

  @Test
  void withoutHeldBackTriplesAllEpochsAreRunAndTheLastIsKept() {
    RotatEConfig config =
        Configs.SMALL.with(
            draft -> {
              draft.epochs = 30;
              draft.validationFraction = 0;
            });
    TrainedRotatE trained = train(RANDOM, config);
    assertThat(trained.lossPerEpoch()).hasSize(config.epochs());
    assertThat(trained.bestEpoch()).isEqualTo(config.epochs());
    assertThat(trained.metrics()).isEmpty();
  }

  @Test
  void aGraphOfOneRelationIsTrainedOnHeadsAndTails() {
    TrainedRotatE mixed = train(RandomTriples.of(1, 20, 1, 60), Configs.SMALL);
    RotatEConfig entity = Configs.SMALL.with(draft -> draft.corruption = CorruptionMix.ENTITY);
    TrainedRotatE headsAndTails = train(RandomTriples.of(1, 20, 1, 60), entity);
    assertThat(mixed.entities().values()).isEqualTo(headsAndTails.entities().values());
  }

  @Test
  void divergenceNamesEpochBatchAndTriple() {
    RotatEConfig wild = Configs.SMALL.with(draft -> draft.learningRate = 1e38);
    assertThatThrownBy(() -> train(RANDOM, wild))
        .isInstanceOf(DivergenceException.class)
        .hasMessageMatching(
            "at the triple \\(\\d+, \\d+, \\d+\\): the loss is (NaN|Infinity) in epoch 1, batch \\d+;"
                + " try a learningRate below 1.0E38");
  }

  @Test
  void tablesThatTheLastStepSpoiledAreNotHandedOut() {
    RotatEConfig onlyStep =
        Configs.SMALL.with(
            draft -> {
              draft.learningRate = 1e39; // more than a float holds
              draft.epochs = 1;
              draft.batchSize = RANDOM.size();
              draft.validationFraction = 0;
            });
    assertThatThrownBy(() -> train(RANDOM, onlyStep))
        .isInstanceOf(DivergenceException.class)
        .hasMessageMatching(
            "an embedding holds (NaN|-?Infinity) after 1 epochs;"
                + " try a learningRate below 1.0E39");
  }

  @Test
  void progressIsReportedAndTheStopIsHeard() {
    List<String> stages = new ArrayList<>();
    List<Double> fractions = new ArrayList<>();
    Progress stopsInTheThirdEpoch =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            stages.add(stage);
            fractions.add(fraction);
          }

          @Override
          public void checkRunning() {
            if (stages.size() == 2) {
              throw new CancellationException();
            }
          }
        };
    TripleSplit split = TripleSplit.of(RANDOM, 0, 1);
    assertThatThrownBy(
            () ->
                RotatETrainer.train(split, Configs.SMALL, new TrainingRun(1, stopsInTheThirdEpoch)))
        .isInstanceOf(CancellationException.class);
    assertThat(stages.get(1)).matches("RotatE epoch 2 of 4, loss \\d\\.\\d\\d");
    assertThat(fractions).containsExactly(0.25, 0.5);
  }

  private static TrainedRotatE train(Triples triples, RotatEConfig config) {
    return RotatETrainer.train(triples, config, new TrainingRun(1, Progress.NONE));
  }

  /** Entities on a ring, related to those one, two and three places on: rotations fit exactly. */
  private static Triples ring(int size) {
    int[] heads = new int[3 * size];
    int[] relations = new int[3 * size];
    int[] tails = new int[3 * size];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = i % size;
      relations[i] = i / size;
      tails[i] = (heads[i] + relations[i] + 1) % size;
    }
    return new Triples(size, 3, heads, relations, tails);
  }

  /** Each relation has a copy with the same heads and tails. */
  private static Triples twice(Triples once) {
    int size = once.size();
    int[] heads = IntStream.range(0, 2 * size).map(i -> once.head(i % size)).toArray();
    int[] tails = IntStream.range(0, 2 * size).map(i -> once.tail(i % size)).toArray();
    int[] relations =
        IntStream.range(0, 2 * size)
            .map(i -> once.relation(i % size) + i / size * once.relationCount())
            .toArray();
    return new Triples(once.entityCount(), 2 * once.relationCount(), heads, relations, tails);
  }
}
