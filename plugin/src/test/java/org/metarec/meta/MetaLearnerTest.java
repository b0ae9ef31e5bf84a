package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.meta.outer.WeightMean;
import org.metarec.meta.task.MetaBatch;
import org.metarec.model.rating.RatingScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.Impatient;
import org.metarec.testing.RollingCatalogue;
import org.metarec.testing.StillStep;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;
import org.metarec.triple.Workers;
import org.metarec.triple.time.Interactions;

/** The outer loop alone: on many users, with a step that leaves the prior as it is. */
class MetaLearnerTest {
  private static final int USERS = 2 * MetaConfig.MOST_TASKS + 1;
  private static final int ITEMS = 4;
  private static final int BATCH = 100;
  private static final Workers WORKERS = new Workers(1);

  /** Every user clicks one item, at no time. */
  private static LearningInput input() {
    int[] items = IntStream.range(0, USERS).map(user -> user % ITEMS).toArray();
    return ClicksAlone.input(Clicks.oneEach(ITEMS, items));
  }

  /** Remembers the size and the learning rate of each step; moves all item offsets alike. */
  private record Still(Prior prior, List<Integer> sizes, List<Double> rates) implements StillStep {

    Still(Prior prior) {
      this(prior, new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public double step(MetaBatch batch, BatchFeatures features, double learningRate) {
      sizes.add(batch.size());
      rates.add(learningRate);
      float[] gradient = features.itemOffsets();
      Arrays.fill(gradient, 1);
      features.learnItemOffsets(gradient, learningRate);
      return 1;
    }
  }

  /** Remembers how often it was asked, each fraction, and the last text. */
  private static final class Watch implements Progress {
    private final List<String> stages = new ArrayList<>();
    private final List<Double> fractions = new ArrayList<>();
    private int checks;
    private int checksBeforeTheFirst;

    @Override
    public void report(String stage, double fraction) {
      stages.add(stage);
      if (fractions.isEmpty()) {
        checksBeforeTheFirst = checks;
      }
      fractions.add(fraction);
    }

    @Override
    public void checkRunning() {
      checks++;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tasksAreDrawnForSomeUsersAtATime(int concurrency) {
    List<Integer> sizes = new ArrayList<>();
    Watch watch = new Watch();
    MetaConfig config = new MetaConfig(2, BATCH, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);

    MetaLearner learner = new MetaLearner(input(), config, Optional.empty(), Progress.NONE);
    List<Double> losses;
    try (Workers workers = new Workers(concurrency)) {
      losses =
          learner
              .learn(
                  prior -> new Still(prior, sizes, new ArrayList<>()),
                  RatingScale.NONE,
                  workers,
                  watch)
              .lossPerEpoch();
    }

    assertThat(losses).containsExactly(1.0, 1.0);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * USERS);
    assertThat(sizes).allMatch(size -> size <= BATCH);
    assertThat(watch.checksBeforeTheFirst)
        .as("a check for each task drawn before the first batch, not for all of the epoch")
        .isBetween(MetaConfig.MOST_TASKS, MetaConfig.MOST_TASKS + ITEMS + 100);
    assertThat(watch.fractions).isSorted().last().isEqualTo(0.9);
  }

  /** What was liked before is not asked for; items that last are asked for from the first day. */
  @ParameterizedTest
  @CsvSource({"0.05, 0.01, 0.2", "Infinity, 1, 1"})
  void whereLikesFadeTasksAreOfLate(double life, double least, double most) {
    Interactions likes = Clicks.oneByOne(RollingCatalogue.likes(life, 1));
    MetaConfig config = new MetaConfig(1, BATCH, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    List<Integer> sizes = new ArrayList<>();

    new MetaLearner(ClicksAlone.input(likes), config, Optional.empty(), Progress.NONE)
        .learn(
            prior -> new Still(prior, sizes, new ArrayList<>()),
            RatingScale.NONE,
            WORKERS,
            Progress.NONE);

    int tasks = sizes.stream().mapToInt(Integer::intValue).sum();
    assertThat(tasks / (double) RollingCatalogue.LIKES).isBetween(least, most);
  }

  @Test
  void allEpochsLearnAtTheRateOfTheConfigAndTheirMeanIsKept() {
    List<Double> rates = new ArrayList<>();
    MetaConfig config =
        new MetaConfig(10, TasteGraph.USERS, 8e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);

    LearnedTaste learned =
        new MetaLearner(TasteGraph.input(1), config, Optional.empty(), Progress.NONE)
            .learn(
                prior -> new Still(prior, new ArrayList<>(), rates),
                RatingScale.NONE,
                WORKERS,
                Progress.NONE);

    assertThat(rates).as("one batch an epoch").hasSize(10).containsOnly(8e-3);
    double part = 0;
    double mean = 0;
    for (int step = 1; step <= 10; step++) { // Adam goes a rate far while a gradient lasts
      part = part * (1 - 1e-3) - 8e-3;
      mean += WeightMean.share(step) * (part - mean);
    }
    float[] some = learned.itemOffsets().row(0).orElseThrow();
    assertThat(some[0]).as("the mean is kept").isCloseTo((float) mean, within(1e-5f));
  }

  /** Logs are read by programs. */
  @Test
  void aLossHasAPointOnAServerThatWritesCommas() {
    MetaConfig config = new MetaConfig(1, BATCH, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    Watch watch = new Watch();
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      new MetaLearner(input(), config, Optional.empty(), Progress.NONE)
          .learn(Still::new, RatingScale.NONE, WORKERS, watch);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(watch.stages).contains("meta-learning epoch 1 of 1, loss 1.0000");
  }

  /** On a graph of millions each of these takes longer than somebody who ends it should wait. */
  @Test
  void itIsAskedWhetherToGoOnForEachTripleItemAndTask() {
    LearningInput input = TasteGraph.input(1);
    MetaConfig config = new MetaConfig(0, BATCH, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    Watch watch = new Watch();

    MetaLearner learner = new MetaLearner(input, config, Optional.empty(), watch);
    assertThat(watch.stages).containsExactly("looking at what users like");
    assertThat(watch.checks).isGreaterThanOrEqualTo(input.triples().size() + TasteGraph.FILMS);

    watch.checks = 0;
    learner.learn(Still::new, RatingScale.NONE, WORKERS, watch);
    assertThat(watch.stages).last().isEqualTo("weighing items");
    assertThat(watch.checks)
        .as("batches of the Fisher information, rows of the table")
        .isGreaterThanOrEqualTo((TasteGraph.USERS + 15) / 16 + TasteGraph.FILMS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 400})
  void itEndsWhereverItIs(int checks) {
    Impatient impatient = new Impatient(checks);
    MetaConfig config = new MetaConfig(1, BATCH, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);

    assertThatThrownBy(
            () ->
                new MetaLearner(TasteGraph.input(1), config, Optional.empty(), impatient)
                    .learn(Still::new, RatingScale.NONE, WORKERS, impatient))
        .isInstanceOf(CancellationException.class);
  }
}
