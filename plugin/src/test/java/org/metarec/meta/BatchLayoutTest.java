package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.profile.ProfileCounts;
import org.metarec.meta.profile.ProfileValues;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.PriorShape;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class BatchLayoutTest {
  private static final LearningInput INPUT = TasteGraph.input(1);

  private static BatchLayout layout(PriorShape shape) {
    MetaConfig config = new MetaConfig(1, 1, 1e-3, 0.1, 1, Head.STEPS, Set.of(), 1);
    ItemFeatures features = new ItemFeatures(INPUT, shape, config, Optional.empty(), Progress.NONE);
    ItemParts parts = new ItemParts(TasteGraph.FILMS, shape.width() + 1);
    CountedItems counted = new CountedItems(features, TasteGraph.FILMS, Optional.empty());
    ProfileCounts profiles = INPUT.profileCounts(shape.profileRelations(), Progress.NONE);
    return new BatchLayout(INPUT, shape, features, parts, counted, profiles);
  }

  /** A profile that knew what its own user liked would know the answer. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void profilesDoNotKnowTheUserOfTheirTask(boolean asNew) {
    PriorShape shape = BatchFeaturesTest.SHAPE;
    BatchLayout layout = layout(shape);
    TaskSampler sampler =
        new TaskSampler(
            INPUT.interactions(),
            INPUT.interactionTimes(),
            INPUT.userFeatures(),
            INPUT.itemTimes());
    UserTask drawn = sampler.draw(sampler.users()[3], new SplittableRandom(1));
    UserTask task =
        new UserTask(
            drawn.user(),
            drawn.userValues(),
            drawn.support(),
            drawn.query(),
            drawn.others(),
            asNew);

    MetaBatch batch = layout.batch(List.of(task), List.of());

    int[] others = task.others().stream().mapToInt(Integer::intValue).toArray();
    ProfileValues profile = said(layout, task, asNew);
    ProfileValues otherwise = said(layout, task, !asNew);
    assertThat(profile.of(0, others)).isNotEqualTo(otherwise.of(0, others));
    for (int relation = 0; relation < shape.profileRelations(); relation++) {
      float[] expected = profile.of(relation, others);
      for (int slot = 0; slot < others.length; slot++) {
        int place = slot * shape.profileRelations() + relation;
        assertThat(batch.others().profiles()[place]).isEqualTo(expected[slot]);
      }
    }
  }

  private static ProfileValues said(BatchLayout layout, UserTask task, boolean asNew) {
    return layout.profiles().leftOut(task.user(), asNew, layout.features()::likes);
  }
}
