package org.metarec.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.task.TaskSampler;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.testing.LearnedTaste;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class NewItemLevelTest {
  private static final TasteModel TASTE = LearnedTaste.MODEL.taste();
  private static final int FIRST_NEW = TasteGraph.FILMS - TasteGraph.NEW_FILMS;

  private static float level(List<Integer> known, float[][] asNew) {
    return level(known, asNew, false);
  }

  private static float level(List<Integer> known, float[][] asNew, boolean mayLower) {
    LearningInput input = LearnedTaste.INPUT;
    TaskSampler sampler =
        new TaskSampler(
            input.interactions(),
            input.interactionTimes(),
            input.userFeatures(),
            input.itemTimes());
    return new NewItemLevel(LearnedTaste.MODEL, known, asNew, mayLower)
        .of(sampler, new SplittableRandom(1), Progress.NONE);
  }

  /** Their biases raised. */
  private static float[][] rows(float by) {
    float[][] rows = rows();
    for (float[] row : rows) {
      row[row.length - 1] += by;
    }
    return rows;
  }

  private static List<Integer> known() {
    return IntStream.range(0, FIRST_NEW).boxed().toList();
  }

  /** Vectors and biases as they are known. */
  private static float[][] rows() {
    return known().stream()
        .map(item -> Arrays.copyOf(TASTE.items().row(item), TASTE.items().width() + 1))
        .toArray(float[][]::new);
  }

  @Test
  void whereBeingNewChangesNoScoreNothingIsAdded() {
    assertThat(level(known(), rows())).isCloseTo(0, within(1e-5f));
  }

  @Test
  void whatAllNewItemsLackIsAdded() {
    assertThat(level(known(), rows(-2))).isCloseTo(2, within(1e-5f));
  }

  @Test
  void newItemsAreLoweredOnlyWhereLikesFade() {
    assertThat(level(known(), rows(2), false)).isZero();
    assertThat(level(known(), rows(2), true)).isCloseTo(-2, within(1e-5f));
  }

  /** Of new items nothing tells which are the best, so none would be among the best. */
  @Test
  void itemsThatScoreAlikeAreRaisedAboveTheMean() {
    float[] mean = new float[TASTE.items().width() + 1];
    for (float[] row : rows()) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += row[k] / FIRST_NEW;
      }
    }
    float[][] alike = known().stream().map(item -> mean).toArray(float[][]::new);

    assertThat(level(known(), alike)).isPositive();
  }

  @Test
  void whereNothingIsKnownThereIsNoLevel() {
    assertThat(level(List.of(), new float[0][])).isZero();
  }

  @Test
  void newItemsBearTheLevelAndTheInnerLoopDoesNot() {
    ItemTable items = TASTE.items();
    Prior raised = TASTE.prior().with(PriorPart.NEW_ITEM_LEVEL, new float[] {1.5f});
    TasteModel taste = new TasteModel(raised, items, TASTE.userValues(), TASTE.ratings());

    assertThat(biasOfNew(raised) - biasOfNew(withoutLevel())).isCloseTo(1.5f, within(1e-5f));
    assertThat(taste.innerBias(FIRST_NEW)).isEqualTo(items.bias(FIRST_NEW) - 1.5f);
    assertThat(taste.innerBias(0)).isEqualTo(items.bias(0));
  }

  /** Whose known items stand further apart than those of the other. */
  @Test
  void aLearnedModelHasOne() {
    MetaConfig ridge = new MetaConfig(24, 16, 1e-2, 0.1, 5, Head.RIDGE, Set.of(), 1);
    Prior prior = LearnedTaste.learn(LearnedTaste.INPUT, ridge).taste().prior();
    assertThat(prior.number(PriorPart.NEW_ITEM_LEVEL)).isPositive();
  }

  private static Prior withoutLevel() {
    return TASTE.prior().with(PriorPart.NEW_ITEM_LEVEL, new float[1]);
  }

  private static float biasOfNew(Prior prior) {
    float[] content = new float[prior.shape().contentLength()];
    float[] earned = new float[prior.shape().earnedNumbers()];
    return new ItemVectors(prior).ofNew(content, earned, 2000, 1)[prior.shape().width()];
  }
}
