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
import org.metarec.meta.task.RecentLikes;
import org.metarec.meta.task.TaskSampler;
import org.metarec.model.taste.Head;
import org.metarec.model.taste.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.testing.ClickTimes;
import org.metarec.testing.LearnedTaste;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Interactions;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;

class NewItemLevelTest {
  private static final TasteModel TASTE = LearnedTaste.MODEL.taste();
  private static final int FIRST_NEW = TasteGraph.FILMS - TasteGraph.NEW_FILMS;

  private static double alike(int[] known, float[][] asNew) {
    LearningInput input = LearnedTaste.INPUT;
    TaskSampler sampler =
        new TaskSampler(
            input.interactions(),
            input.interactionTimes(),
            input.userFeatures(),
            input.itemTimes());
    return new NewItemLevel(LearnedTaste.MODEL, items -> asNew)
        .alike(known, sampler, new SplittableRandom(1), Progress.NONE);
  }

  /** Their biases raised. */
  private static float[][] rows(float by) {
    float[][] rows = rows();
    for (float[] row : rows) {
      row[row.length - 1] += by;
    }
    return rows;
  }

  private static int[] known() {
    return IntStream.range(0, FIRST_NEW).toArray();
  }

  /** Vectors and biases as they are known. */
  private static float[][] rows() {
    return IntStream.of(known())
        .mapToObj(item -> Arrays.copyOf(TASTE.items().row(item), TASTE.items().width() + 1))
        .toArray(float[][]::new);
  }

  @Test
  void whereBeingNewChangesNoScoreNothingIsAdded() {
    assertThat(alike(known(), rows())).isCloseTo(0, within(1e-5));
  }

  @Test
  void whatAllNewItemsLackIsAdded() {
    assertThat(alike(known(), rows(-2))).isCloseTo(2, within(1e-5));
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
    float[][] alike = IntStream.of(known()).mapToObj(item -> mean).toArray(float[][]::new);

    assertThat(alike(known(), alike)).isPositive();
  }

  @Test
  void whereNothingIsKnownThereIsNoLevel() {
    assertThat(alike(new int[0], new float[0][])).isZero();
  }

  @Test
  void whereNoLikeTellsTheLevelStaysWhereItWas() {
    assertThat(NewItemLevel.mostLikely(1.5, List.of())).isEqualTo(1.5);
  }

  /** Each like is of another user; of the last 200 a share is of films that had just come. */
  private static double fitted(double share) {
    int likes = 12_800;
    int cameAt = likes - 200;
    int firstRecent = FIRST_NEW - 10;
    SplittableRandom random = new SplittableRandom(7);
    int[] items =
        IntStream.range(0, likes)
            .map(
                moment ->
                    moment >= cameAt && (moment < cameAt + 10 || random.nextDouble() < share)
                        ? firstRecent + moment % 10
                        : moment % firstRecent)
            .toArray();
    float[] clicks = new float[likes];
    Arrays.fill(clicks, Float.NaN);
    int[] ofUsers = IntStream.rangeClosed(0, likes).toArray();
    Interactions all = new Interactions(TasteGraph.FILMS, true, ofUsers, items, clicks);
    double[] times = IntStream.range(0, likes).asDoubleStream().toArray();
    RecentLikes recent = RecentLikes.of(all, ClickTimes.of(all, times));
    float[][] asNew = Arrays.copyOfRange(rows(), firstRecent, FIRST_NEW);
    return new NewItemLevel(LearnedTaste.MODEL, films -> asNew)
        .fitted(0, known(), recent, NodeFeatures.none(likes), random, Progress.NONE);
  }

  /** Nobody of these has clicked before, so that new films are worth the same to all. */
  @Test
  void newItemsGetTheShareOfLikesThatItemsHadWhichHadJustCome() {
    double logOddsOfAFifth = Math.log(0.2 / 0.8);
    double logOddsOfTwoThirds = Math.log(2);
    assertThat(fitted(2 / 3.0) - fitted(0.2))
        .isCloseTo(logOddsOfTwoThirds - logOddsOfAFifth, within(0.5));
  }

  @Test
  void whereNothingNewIsLikedItIsLoweredWithinReason() {
    assertThat(fitted(0)).isBetween(-12.0, fitted(0.2) - 1);
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
