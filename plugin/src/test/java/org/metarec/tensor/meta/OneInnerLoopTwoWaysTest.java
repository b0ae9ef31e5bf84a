package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metarec.meta.LearningInput;
import org.metarec.meta.inner.LightPath;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.Head;
import org.metarec.model.ServingModel;
import org.metarec.model.UserWeights;
import org.metarec.tensor.EngineDevice;
import org.metarec.testing.LearnedTaste;

/** Plain Java and the tensor program are two implementations of one inner loop. */
class OneInnerLoopTwoWaysTest {
  private static final LearningInput INPUT = LearnedTaste.INPUT;

  @ParameterizedTest
  @EnumSource(Head.class)
  void bothWaysReachTheSameWeights(Head head) {
    ServingModel model = LearnedTaste.model(head);
    List<UserClicks> users = users();

    LightPath light = new LightPath(model);
    List<UserWeights> batched;
    try (var path = new BatchedPath(model, light, EngineDevice.named("cpu"))) {
      batched = path.adapt(users);
    }

    for (int i = 0; i < users.size(); i++) {
      UserWeights alone = light.adapt(users.get(i));
      // float against double
      assertThat(batched.get(i).values()).containsExactly(alone.values(), within(1e-4f));
      assertThat(batched.get(i).lossAfter()).isCloseTo(alone.lossAfter(), within(1e-4));
    }
  }

  private static List<UserClicks> users() {
    List<UserClicks> users = new ArrayList<>();
    for (int user = 0; user < 20; user++) {
      int size = Math.min(user, INPUT.interactions().size(user));
      int[] items = new int[size];
      float[] ratings = new float[size];
      for (int i = 0; i < size; i++) {
        items[i] = INPUT.interactions().item(user, i);
        ratings[i] = INPUT.interactions().rating(user, i);
      }
      users.add(new UserClicks(INPUT.userFeatures().of(user), new SupportSet(items, ratings)));
    }
    return users;
  }
}
