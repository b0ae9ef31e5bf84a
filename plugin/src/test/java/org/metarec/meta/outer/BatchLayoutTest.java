package org.metarec.meta.outer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.profile.ProfileCounts;
import org.metarec.meta.profile.ProfileValues;
import org.metarec.meta.task.MetaBatch;
import org.metarec.meta.task.TaskSampler;
import org.metarec.meta.task.UserTask;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorShape;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class BatchLayoutTest {
  private static final LearningInput INPUT = TasteGraph.input(1);

  private static BatchLayout layout(PriorShape shape) {
    MetaConfig config = new MetaConfig(1, 1, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    ItemFeatures features = new ItemFeatures(INPUT, shape, config, Optional.empty(), Progress.NONE);
    ItemOffsets offsets = new ItemOffsets(TasteGraph.FILMS, shape.width() + 1);
    CountedItems counted = new CountedItems(features, TasteGraph.FILMS, Optional.empty());
    ProfileCounts profiles = INPUT.profileCounts(shape.profileRelations(), Progress.NONE);
    return new BatchLayout(INPUT, shape, features, offsets, counted, profiles);
  }

  /** A profile that knew what its own user liked would know the answer. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void profilesDoNotKnowTheUserOfTheirTask(boolean asNew) {
    BatchLayout layout = layout(BatchFeaturesTest.SHAPE);
    TaskSampler sampler =
        new TaskSampler(INPUT.interactions(), INPUT.userFeatures(), INPUT.itemTimes());
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

    ProfileCounts counts = layout.profiles();
    IntToDoubleFunction likes = layout.features()::likes;
    ProfileValues expected = counts.leftOut(task.user(), asNew, likes);
    assertThat(profiles(expected, task.query())).isEqualTo(batch.query().profiles());
    assertThat(profiles(expected, task.others())).isEqualTo(batch.others().profiles());
    int alike =
        IntStream.range(0, TasteGraph.USERS)
            .filter(user -> user != task.user())
            .filter(user -> INPUT.userFeatures().of(user).equals(task.userValues()))
            .findFirst()
            .orElseThrow();
    for (ProfileValues other :
        List.of(counts.leftOut(alike, asNew, likes), counts.leftOut(task.user(), !asNew, likes))) {
      assertThat(profiles(other, task.others())).isNotEqualTo(batch.others().profiles());
    }
  }

  /** As {@link org.metarec.meta.task.TaskRows#profiles} has them. */
  private static float[] profiles(ProfileValues values, List<Integer> items) {
    int[] ids = items.stream().mapToInt(Integer::intValue).toArray();
    int relations = BatchFeaturesTest.SHAPE.profileRelations();
    float[] profiles = new float[ids.length * relations];
    for (int relation = 0; relation < relations; relation++) {
      float[] ofRelation = values.of(relation, ids);
      for (int slot = 0; slot < ids.length; slot++) {
        profiles[slot * relations + relation] = ofRelation[slot];
      }
    }
    return profiles;
  }
}
