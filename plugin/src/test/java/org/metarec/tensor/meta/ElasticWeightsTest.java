package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.metarec.meta.LearnedTaste;
import org.metarec.meta.MetaLearner;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.outer.ElasticWeights;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.tensor.EngineStart;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class ElasticWeightsTest {
  private static final LearningInput INPUT = TasteGraph.input(3);

  /** Small steps, so that what holds the prior back is the penalty and not the step's length. */
  private static final MetaConfig CONFIG =
      new MetaConfig(6, 16, 1e-3, 0.1, 3, InnerSolver.STEPS, Set.of(), 1);

  private static LearnedTaste before;

  @BeforeAll
  static void learn() {
    EngineStart.start(Path.of("target", "engine"));
    before = LearnedExample.learn(INPUT, CONFIG);
  }

  private static LearnedTaste continued(double weight, SomeInteractions fresh) {
    return continued(INPUT, weight, fresh);
  }

  private static LearnedTaste continued(LearningInput now, double weight, SomeInteractions fresh) {
    LearnedBefore learned = LearnedExample.before(INPUT, before, allItems(), fresh, weight);
    return LearnedExample.learn(
        new MetaLearner(now, CONFIG, Optional.of(learned), Progress.NONE), 2);
  }

  @Test
  void whatWasLearnedOfLinksStaysThoughAllAreGone() {
    LearningInput unlinked = TasteGraph.withoutSequels(3);

    PriorShape shape = continued(unlinked, 0, SomeInteractions.ALL).taste().prior().shape();

    assertThat(unlinked.paths().linksItems()).isFalse();
    assertThat(shape).isEqualTo(before.taste().prior().shape());
  }

  @Test
  void theFisherInformationIsThereAndTheSameEachTime() {
    assertThat(before.fisher().part(PriorPart.START_WEIGHTS)[0]).isPositive();
    assertThat(LearnedExample.learn(INPUT, CONFIG).fisher().part(PriorPart.START_WEIGHTS))
        .containsExactly(before.fisher().part(PriorPart.START_WEIGHTS));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.metarec.testing.Seeds#hundred")
  void thePullIsTheSlopeOfThePenalty(long seed) {
    PriorPart part = PriorPart.START_WEIGHTS;
    ElasticWeights weights =
        new ElasticWeights(before.taste().prior(), before.fisher(), 100 + seed);
    SplittableRandom random = new SplittableRandom(seed);
    float[] now = before.taste().prior().part(part).clone();
    for (int i = 0; i < now.length; i++) {
      now[i] += (float) random.nextGaussian();
    }
    int at = random.nextInt(now.length);
    try (NDManager manager = NDManager.newBaseManager()) {
      ElasticPenalty penalty = new ElasticPenalty(weights, manager);
      float slope = pull(penalty, part, now, manager).gradient().getFloat(0, at);
      double above = pull(penalty, part, moved(now, at, 0.5f), manager).loss();
      double below = pull(penalty, part, moved(now, at, -0.5f), manager).loss();
      // a parabola: the slope between two points around it is exact but for rounding
      assertThat((double) slope).isCloseTo(above - below, within(1e-4 * (1 + above)));
      assertThat(below).isNotNegative();
    }
  }

  private static ElasticPenalty.Pull pull(
      ElasticPenalty penalty, PriorPart part, float[] now, NDManager manager) {
    NDManager scratch = manager.newSubManager();
    NDArray array = scratch.create(now).expandDims(0);
    return penalty.pull(part, array, scratch);
  }

  private static float[] moved(float[] values, int at, float by) {
    float[] moved = values.clone();
    moved[at] += by;
    return moved;
  }

  @Test
  void aLargeWeightKeepsWhatMattersWhereItWas() {
    double free = distance(continued(0, SomeInteractions.ALL).taste().prior());
    double held = distance(continued(1e7, SomeInteractions.ALL).taste().prior());

    assertThat(held).isLessThan(1e-3).isLessThan(free / 5);
  }

  /** Root mean square of how far the prior has moved, weighted by the Fisher information. */
  private static double distance(Prior prior) {
    double sum = 0;
    double weights = 0;
    for (PriorPart part : PriorPart.values()) {
      if (part.trained()) {
        float[] fisher = before.fisher().part(part);
        for (int i = 0; i < fisher.length; i++) {
          double moved = prior.part(part)[i] - before.taste().prior().part(part)[i];
          sum += fisher[i] * moved * moved;
          weights += fisher[i];
        }
      }
    }
    return Math.sqrt(sum / weights);
  }

  private static BitSet allItems() {
    BitSet items = new BitSet();
    items.set(0, INPUT.itemCount());
    return items;
  }

  @Test
  void whereNothingIsNewTheModelStaysAsItWas() {
    LearnedTaste after = continued(3000, (user, position) -> false);

    for (PriorPart part : PriorPart.values()) {
      assertThat(after.taste().prior().part(part))
          .as(part.key())
          .containsExactly(before.taste().prior().part(part));
      assertThat(after.fisher().part(part))
          .as("what matters to all of %s", part.key())
          .isEqualTo(before.fisher().part(part));
    }
    for (int item = 0; item < before.taste().items().itemCount(); item++) {
      assertThat(after.taste().items().row(item)).containsExactly(before.taste().items().row(item));
    }
    assertThat(after.lossPerEpoch()).isEmpty();
  }

  @Test
  void whatWasLearnedOfAnItemAloneStays() {
    LearnedTaste after = continued(0, (user, position) -> user % 2 == 0);

    assertThat(after.lossPerEpoch()).isNotEmpty();
    for (int film = 0; film < TasteGraph.FILMS - TasteGraph.NEW_FILMS; film++) {
      assertThat(after.itemOffsets().row(film).orElseThrow())
          .containsExactly(before.itemOffsets().row(film).orElseThrow());
    }
  }
}
