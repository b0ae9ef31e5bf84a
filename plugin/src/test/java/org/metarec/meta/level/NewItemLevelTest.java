package org.metarec.meta.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.task.TaskSampler;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.path.PathIndex;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.RollingCatalogue;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;

class NewItemLevelTest {
  private static final TasteModel TASTE = LearnedExample.MODEL.taste();
  private static final int FIRST_NEW = TasteGraph.FILMS - TasteGraph.NEW_FILMS;
  private static final int FIRST_RECENT = FIRST_NEW - 10;
  private static final int LIKES = 12_800;

  private static LevelByClicks alike(int[] known, float[][] asNew) {
    return alike(known, asNew, LearnedExample.MODEL.paths());
  }

  private static LevelByClicks alike(int[] known, float[][] asNew, PathIndex pathsOfNew) {
    LearningInput input = LearnedExample.INPUT;
    TaskSampler sampler =
        new TaskSampler(input.interactions(), input.userFeatures(), input.itemTimes());
    return new NewItemLevel(new ItemsAsNew(LearnedExample.MODEL, items -> asNew, pathsOfNew))
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
    assertThat(alike(known(), rows()).limit()).isCloseTo(0, within(1e-5));
    assertThat(alike(known(), rows()).slope()).isCloseTo(0, within(1e-5));
  }

  @Test
  void whatAllNewItemsLackIsAdded() {
    assertThat(alike(known(), rows(-2)).limit()).isCloseTo(2, within(1e-5));
    assertThat(alike(known(), rows(-2)).slope()).isCloseTo(0, within(1e-5));
  }

  @Test
  void forLinksThatNewItemsCannotHaveTheyAreRaised() {
    BitSet all = new BitSet();
    all.set(0, LearnedExample.MODEL.paths().relationCount());
    PathIndex none = LearnedExample.MODEL.paths().without(all);
    LevelByClicks level = alike(known(), rows(), none);
    assertThat(level.limit() + level.slope() / 2).as("with three clicks").isGreaterThan(0.05);
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

    LevelByClicks level = alike(known(), alike);
    assertThat(level.limit() + level.slope()).as("without clicks").isPositive();
  }

  @Test
  void whereNothingIsKnownThereIsNoLevel() {
    assertThat(alike(new int[0], new float[0][])).isEqualTo(new LevelByClicks(0, 0));
  }

  @Test
  void whereNoLikeTellsTheLevelStaysWhereItWas() {
    assertThat(NewItemLevel.mostLikely(1.5, List.of())).isEqualTo(1.5);
  }

  /**
   * Each user likes some, one after the other; of the last 200 likes a share is of films that had
   * just come.
   */
  private static Interactions likes(double share, int ofEach) {
    int cameAt = LIKES - 200;
    SplittableRandom random = new SplittableRandom(7);
    int[] items =
        IntStream.range(0, LIKES)
            .map(
                moment ->
                    moment >= cameAt && (moment < cameAt + 10 || random.nextDouble() < share)
                        ? FIRST_RECENT + moment % 10
                        : moment % FIRST_RECENT)
            .toArray();
    int[] ofUsers = IntStream.rangeClosed(0, LIKES / ofEach).map(user -> user * ofEach).toArray();
    return Clicks.oneByOne(Clicks.of(TasteGraph.FILMS, ofUsers, items));
  }

  /**
   * @param raised how much more films are worth as new ones than as they are known
   */
  private static double fitted(double share, float raised) {
    return fitted(likes(share, 1), raised, 0);
  }

  private static double fitted(Interactions all, float raised, double slope) {
    RecentLikes recent = RecentLikes.of(all, NodeFeatures.none(all.userCount()), Progress.NONE);
    float[][] asNew = Arrays.copyOfRange(rows(raised), FIRST_RECENT, FIRST_NEW);
    return new NewItemLevel(
            new ItemsAsNew(LearnedExample.MODEL, films -> asNew, LearnedExample.MODEL.paths()))
        .fitted(
            new LevelByClicks(0, slope), known(), recent, new SplittableRandom(3), Progress.NONE);
  }

  /** Nobody of these has clicked before, so that new films are worth the same to all. */
  @Test
  void newItemsGetTheShareOfLikesThatItemsHadWhichHadJustCome() {
    double logOddsOfAFifth = Math.log(0.2 / 0.8);
    double logOddsOfTwoThirds = Math.log(2);
    assertThat(fitted(2 / 3.0, 0) - fitted(0.2, 0))
        .isCloseTo(logOddsOfTwoThirds - logOddsOfAFifth, within(0.4));
  }

  @Test
  void whatTheyAreWorthAlreadyIsNotAdded() {
    assertThat(fitted(0.5, -2)).isCloseTo(fitted(0.5, 0) + 2, within(0.2));
    assertThat(fitted(0.5, 1)).isCloseTo(fitted(0.5, 0) - 1, within(0.2));
  }

  /** Which is all of c of users who had clicked nothing before, and .7 of it with up to three. */
  @Test
  void whatTheClicksOfTheUsersAddIsNotAddedAgain() {
    assertThat(fitted(likes(0.5, 1), 0, -1)).isCloseTo(fitted(0.5, 0) + 1, within(0.2));
    double withoutSlope = fitted(likes(0.5, 4), 0, 0);
    assertThat(fitted(likes(0.5, 4), 0, -1)).isCloseTo(withoutSlope + 0.7, within(0.1));
  }

  @Test
  void whereNothingNewIsLikedItIsLoweredWithinReason() {
    assertThat(fitted(0, 0)).isBetween(-12.0, fitted(0.2, 0) - 1);
  }

  private static float[] levels(double life) {
    Interactions likes = Clicks.oneByOne(RollingCatalogue.likes(life, 1));
    MetaConfig untrained = new MetaConfig(0, 16, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1);
    LearningInput input = ClicksAlone.input(likes);
    return LearnedExample.learn(input, untrained).taste().prior().part(PriorPart.NEW_ITEM_LEVEL);
  }

  /** Where items are liked for a twentieth of the time; not those that were there unliked. */
  @Test
  void whereWhatHasJustComeIsLikedMostNewItemsAreRaised() {
    float[] levels = levels(0.05);
    assertThat(levels[0]).isGreaterThan(levels[1] + 1);
  }

  /** Of these an item has fewest likes when it has just come, and is not lowered for that. */
  @Test
  void whereLikesLastNewItemsAreNotLowered() {
    assertThat(levels(Double.POSITIVE_INFINITY)[0]).isZero();
  }

  /** One that came since the training bears another than one that was there. */
  @Test
  void newItemsBearTheLevelAndTheInnerLoopDoesNot() {
    ItemTable items = TASTE.items();
    ItemTable withOneSince = new ItemTable(items.width(), FIRST_NEW + 2);
    float[] row = items.row(FIRST_NEW);
    row[items.width() + 1] = ItemTable.NOBODY;
    withOneSince.setRow(FIRST_NEW, row);
    row[items.width() + 1] = ItemTable.CAME_SINCE;
    withOneSince.setRow(FIRST_NEW + 1, row);
    withOneSince.setRow(0, items.row(0));
    Prior raised = TASTE.prior().with(PriorPart.NEW_ITEM_LEVEL, new float[] {1.5f, 0.25f, -1});
    TasteModel taste = new TasteModel(raised, withOneSince, TASTE.userValues(), TASTE.ratings());

    assertThat(biasOfNew(raised) - biasOfNew(withoutLevel())).isCloseTo(1.5f, within(1e-5f));
    float bias = items.bias(FIRST_NEW);
    assertThat(taste.innerBias(FIRST_NEW)).isEqualTo(bias - 0.25f);
    assertThat(taste.innerBias(FIRST_NEW + 1)).isEqualTo(bias - 1.5f);
    assertThat(taste.innerBias(0)).isEqualTo(items.bias(0));
  }

  /** Whose known items stand further apart than those of the other. */
  @Test
  void aLearnedModelHasOne() {
    MetaConfig ridge = new MetaConfig(24, 16, 1e-2, 0.1, 5, InnerSolver.RIDGE, Set.of(), 1);
    Prior prior = LearnedExample.learn(LearnedExample.INPUT, ridge).taste().prior();
    assertThat(prior.number(PriorPart.NEW_ITEM_LEVEL)).isPositive();
  }

  /** Films that differ by taste alone: each click tells more of it. */
  @Test
  void theMoreIsKnownOfAUserTheFurtherApartKnownItemsStand() {
    MetaConfig tasteAlone =
        new MetaConfig(24, 16, 1e-2, 0.1, 5, InnerSolver.STEPS, Set.of(ModelPart.PATHS), 1);
    Prior prior = LearnedExample.learn(LearnedExample.INPUT, tasteAlone).taste().prior();
    assertThat(NewItemLevels.of(prior).slope()).isNegative();
  }

  private static Prior withoutLevel() {
    return TASTE.prior().with(PriorPart.NEW_ITEM_LEVEL, new float[3]);
  }

  private static float biasOfNew(Prior prior) {
    float[] content = new float[prior.shape().contentLength()];
    float[] earned = new float[prior.shape().earnedNumbers()];
    return new ItemVectors(prior).ofNew(content, earned, 2000, 1)[prior.shape().width()];
  }
}
