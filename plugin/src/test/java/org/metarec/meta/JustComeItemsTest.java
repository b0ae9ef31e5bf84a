package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.input.LearningInput;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.model.taste.TasteModel;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.triple.Progress;
import org.metarec.triple.time.ItemTimes;

/**
 * Items without interactions: those that a warm start meets for the first time have just come, and
 * those that are as young as others that had.
 */
class JustComeItemsTest {
  private static final MetaConfig CONFIG =
      new MetaConfig(1, 10, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
  private static final int USERS = 384;
  private static final int CLICKED = 96;
  private static final int JUST_CAME = 12; // within the last eighth of all clicks
  private static final int WAS_THERE = CLICKED;
  private static final int CAME_SINCE = CLICKED + 1;

  /** One click a user, one after the other; every fourth is of an item that comes with it. */
  private static LearningInput input(ItemTimes itemTimes) {
    int[] items = IntStream.range(0, USERS).map(user -> user * CLICKED / USERS).toArray();
    return ClicksAlone.input(Clicks.oneByOne(Clicks.oneEach(CLICKED + 2, items)), itemTimes);
  }

  private static ItemTimes atOnce() {
    return new ItemTimes(new float[CLICKED + 2]);
  }

  private static LearnedTaste learn(LearningInput input, Optional<LearnedBefore> before) {
    return LearnedExample.learn(new MetaLearner(input, CONFIG, before, Progress.NONE), 1);
  }

  @Test
  void theyAreTakenForNewAsBeforeTheWarmStart() {
    LearningInput input = input(atOnce());
    LearnedTaste full = learn(input, Optional.empty());
    BitSet there = new BitSet();
    there.set(0, CAME_SINCE);
    LearnedBefore live = LearnedExample.before(input, full, there);

    TasteModel warm = learn(input, Optional.of(live)).taste();

    assertThat(full.taste().items().cameSince(CAME_SINCE)).as("a full training").isFalse();
    assertThat(warm.items().cameSince(WAS_THERE)).isFalse();
    assertThat(warm.items().cameSince(CAME_SINCE)).isTrue();
    assertThat(warm.items().isNew(CAME_SINCE)).isTrue();
    NewItemLevels levels = NewItemLevels.of(warm.prior());
    assertThat(levels.cameSince()).isNotEqualTo(levels.wasThere());
    assertThat(warm.items().bias(CAME_SINCE) - warm.items().bias(WAS_THERE))
        .as("nothing else tells them apart")
        .isCloseTo(levels.cameSince() - levels.wasThere(), within(1e-4f));
  }

  @Test
  void aFullTrainingTellsThemByTheirTimes() {
    float[] moments = new float[CLICKED + 2];
    IntStream.range(0, CLICKED).forEach(item -> moments[item] = item < CLICKED - JUST_CAME ? 0 : 1);
    moments[CAME_SINCE] = 1;

    TasteModel taste = learn(input(new ItemTimes(moments)), Optional.empty()).taste();

    assertThat(taste.items().cameSince(WAS_THERE)).isFalse();
    assertThat(taste.items().cameSince(CAME_SINCE)).isTrue();
  }
}
