package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.TrainingState;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.TasteModel;
import org.metarec.testing.ClickTimes;
import org.metarec.testing.LearnedTaste;
import org.metarec.triple.Interactions;
import org.metarec.triple.Progress;

/** Items without interactions: those that a warm start meets for the first time have just come. */
class JustComeItemsTest {
  private static final MetaConfig CONFIG =
      new MetaConfig(1, 10, 1e-3, 0.1, 1, Head.STEPS, Set.of(), 1);
  private static final int WAS_THERE = 2;
  private static final int CAME_SINCE = 3;

  /** Two users, each with a click; items 2 and 3 have none. */
  private static final Interactions CLICKS =
      new Interactions(
          4, false, new int[] {0, 1, 2}, new int[] {0, 1}, new float[] {Float.NaN, Float.NaN});

  private static Learned learn(Optional<LearnedBefore> before) {
    LearningInput input = MetaLearnerTest.input(CLICKS, ClickTimes.unknown(CLICKS));
    return LearnedTaste.learn(new MetaLearner(input, CONFIG, before, Progress.NONE), 1);
  }

  @Test
  void theyAreTakenForNewAsBeforeTheWarmStart() {
    Learned full = learn(Optional.empty());
    BitSet there = new BitSet();
    there.set(0, CAME_SINCE);
    LearnedBefore live =
        new LearnedBefore(
            full.taste().prior(),
            MetaLearnerTest.input(CLICKS, ClickTimes.unknown(CLICKS)).relations(),
            List.of(),
            new TrainingState(
                full.fisher(), full.knownItems(), CLICKS.knownUsers(), Double.NEGATIVE_INFINITY),
            there,
            SomeInteractions.ALL,
            1);

    TasteModel warm = learn(Optional.of(live)).taste();

    assertThat(full.taste().items().cameSince(CAME_SINCE)).as("a full training").isFalse();
    assertThat(warm.items().cameSince(WAS_THERE)).isFalse();
    assertThat(warm.items().cameSince(CAME_SINCE)).isTrue();
    assertThat(warm.items().isNew(CAME_SINCE)).isTrue();
    assertThat(warm.innerBias(CAME_SINCE))
        .as("nothing else tells them apart")
        .isCloseTo(warm.innerBias(WAS_THERE), within(1e-5f));
  }
}
