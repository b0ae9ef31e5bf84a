package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.LearnedTaste;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.input.LearningInput;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.tensor.EngineStart;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;

/** Whole trainings of the meta-learner, its steps taken by tensors. */
class TensorLearningTest {
  private static final LearningInput INPUT = TasteGraph.input(3);
  private static final MetaConfig CONFIG =
      new MetaConfig(2, 16, 3e-3, 0.1, 3, InnerSolver.STEPS, Set.of(), 9);

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  @Test
  void learningLowersTheLoss() {
    List<Double> losses =
        learn(new MetaConfig(12, 16, 1e-2, 0.1, 5, InnerSolver.STEPS, Set.of(), 1)).lossPerEpoch();

    assertThat(losses).hasSize(12);
    assertThat(losses.get(11)).isLessThan(losses.get(0) - 0.3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theSameSeedGivesTheSameModelBitForBit(int concurrency) {
    MetaLearner learner = new MetaLearner(INPUT, CONFIG, Optional.empty(), Progress.NONE);
    TasteModel one = LearnedExample.learn(learner, concurrency).taste();
    TasteModel other = learn(CONFIG).taste();
    Prior otherSeed =
        learn(new MetaConfig(2, 16, 3e-3, 0.1, 3, InnerSolver.STEPS, Set.of(), 10)).taste().prior();

    for (PriorPart part : PriorPart.values()) {
      assertThat(one.prior().part(part)).containsExactly(other.prior().part(part));
    }
    for (int item = 0; item < one.items().itemCount(); item++) {
      assertThat(one.items().row(item)).containsExactly(other.items().row(item));
    }
    assertThat(otherSeed.part(PriorPart.START_WEIGHTS))
        .isNotEqualTo(one.prior().part(PriorPart.START_WEIGHTS));
  }

  static Stream<MetaConfig> otherSettings() {
    return Stream.of(
        new MetaConfig(3, 16, 3e-3, 0.1, 3, InnerSolver.STEPS, Set.of(), 9),
        new MetaConfig(2, 15, 3e-3, 0.1, 3, InnerSolver.STEPS, Set.of(), 9),
        new MetaConfig(2, 16, 2e-3, 0.1, 3, InnerSolver.STEPS, Set.of(), 9),
        new MetaConfig(2, 16, 3e-3, 0.2, 3, InnerSolver.STEPS, Set.of(), 9),
        new MetaConfig(2, 16, 3e-3, 0.1, 4, InnerSolver.STEPS, Set.of(), 9),
        new MetaConfig(2, 16, 3e-3, 0.1, 3, InnerSolver.RIDGE, Set.of(), 9));
  }

  @ParameterizedTest
  @MethodSource("otherSettings")
  void eachSettingChangesWhatIsLearned(MetaConfig other) {
    assertThat(learn(other).taste().prior().part(PriorPart.ITEM_CENTRE))
        .isNotEqualTo(learn(CONFIG).taste().prior().part(PriorPart.ITEM_CENTRE));
  }

  /** A model without paths begins with other random numbers: see below. */
  @ParameterizedTest
  @EnumSource(names = "PATHS", mode = EnumSource.Mode.EXCLUDE)
  void leavingAPartOutChangesWhatIsLearned(ModelPart part) {
    LearnedTaste whole = learn(CONFIG);
    LearnedTaste without =
        learn(new MetaConfig(2, 16, 3e-3, 0.1, 3, InnerSolver.STEPS, Set.of(part), 9));

    assertThat(without.lossPerEpoch()).isNotEqualTo(whole.lossPerEpoch());
  }

  @Test
  void onlyAModelWithPathsLearnsHowMuchTheyMatter() {
    MetaConfig without =
        new MetaConfig(2, 16, 3e-3, 0.1, 3, InnerSolver.STEPS, Set.of(ModelPart.PATHS), 9);

    assertThat(learn(CONFIG).taste().prior().part(PriorPart.PATH_SCALE))
        .as("begins with 0, and moves if paths are in what is learned from")
        .isNotEmpty()
        .doesNotContain(0);
    assertThat(learn(without).taste().prior().part(PriorPart.PATH_SCALE)).isEmpty();
  }

  /** A list of skills, say, of which each tells the same. */
  @Test
  void manyValuesOfAUserDoNotDrownAllElse() {
    int copies = 40;
    NodeFeatures one = INPUT.userFeatures();
    List<String> names =
        IntStream.range(0, copies * one.values().size()).mapToObj("skill=%02d"::formatted).toList();
    int[] offsets = IntStream.rangeClosed(0, one.nodeCount()).map(user -> copies * user).toArray();
    int[] values =
        IntStream.range(0, copies * one.nodeCount())
            .map(place -> copies * one.of(place / copies).get(0) + place % copies)
            .toArray();
    LearningInput many =
        new LearningInput(
            INPUT.triples(),
            INPUT.relations(),
            INPUT.entities(),
            INPUT.split(),
            INPUT.unread(),
            INPUT.paths(),
            new NodeFeatures(names, offsets, values),
            INPUT.itemTimes());

    double firstLoss = LearnedExample.learn(many, CONFIG).lossPerEpoch().get(0);

    assertThat(firstLoss).isLessThan(1.5 * learn(CONFIG).lossPerEpoch().get(0));
  }

  private static LearnedTaste learn(MetaConfig config) {
    return LearnedExample.learn(INPUT, config);
  }
}
