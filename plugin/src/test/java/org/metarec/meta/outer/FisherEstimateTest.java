package org.metarec.meta.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.metarec.DivergenceException;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.task.TaskSampler;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class FisherEstimateTest {
  private static final PriorShape SHAPE = LearnedExample.MODEL.taste().prior().shape();

  /**
   * Of a gradient that is the same everywhere and for all tasks.
   *
   * @param sizes the tasks of each batch are added
   */
  private static Fisher estimate(float gradient, List<Integer> sizes) {
    Map<PriorPart, float[]> gradients = new EnumMap<>(PriorPart.class);
    for (PriorPart part : PriorPart.values()) {
      if (part.trained()) {
        float[] values = new float[part.length(SHAPE)];
        Arrays.fill(values, gradient);
        gradients.put(part, values);
      }
    }
    LearningInput input = TasteGraph.input(1);
    TaskSampler sampler =
        new TaskSampler(input.interactions(), input.userFeatures(), input.itemTimes());
    return new FisherEstimate(SHAPE)
        .of(
            sampler,
            tasks -> {
              sizes.add(tasks.size());
              return gradients;
            },
            new SplittableRandom(1),
            Progress.NONE);
  }

  @Test
  void itIsTheSquareTimesTheTasksOfABatch() {
    List<Integer> sizes = new ArrayList<>();
    float[] values = estimate(3, sizes).part(PriorPart.ITEM_CENTRE);
    int tasks = sizes.stream().mapToInt(Integer::intValue).sum();

    assertThat(tasks).isGreaterThan(sizes.size());
    assertThat(values).containsOnly((float) (9.0 * tasks / sizes.size()));
  }

  @Test
  void aGradientWithoutBoundsSaysWhatToLower() {
    assertThatThrownBy(() -> estimate(1e30f, new ArrayList<>()))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("lower metaLearningRate or innerLearningRate");
  }
}
