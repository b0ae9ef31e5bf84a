package org.metarec.meta.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.inner.ItemWorth;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserAdapter;
import org.metarec.meta.inner.UserClicks;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.item.NewItemRows;
import org.metarec.meta.regression.Choice;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.testing.Clicks;
import org.metarec.testing.ClicksAlone;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.RollingCatalogue;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.NodeFeatures;
import org.metarec.triple.Progress;
import org.metarec.triple.time.Interactions;
import org.metarec.triple.time.ItemTimes;

class NewItemTasteTest {
  private static final ItemTable FILMS = LearnedExample.MODEL.taste().items();
  private static final int FIRST_NEW = TasteGraph.FILMS - TasteGraph.NEW_FILMS;
  private static final int RECENT = 10;
  private static final int FIRST_RECENT = FIRST_NEW - RECENT;
  private static final int LIKES = 3200;
  private static final UserClicks NOBODY =
      new UserClicks(List.of(), new SupportSet(new int[0], new float[0], new double[0]));

  private static double mostLikely(double likedTaste, double otherTaste) {
    Choice choice = new Choice(new double[2], new double[] {likedTaste, otherTaste});
    return NewItemTaste.mostLikely(Collections.nCopies(1000, choice));
  }

  @Test
  void itIsFrom0To1() {
    assertThat(mostLikely(0.1, 0)).isCloseTo(1, within(1e-9));
    assertThat(mostLikely(0, 0.1)).isCloseTo(0, within(1e-9));
  }

  @Test
  void whereNoLikeTellsVectorsCountAsLearned() {
    assertThat(NewItemTaste.mostLikely(List.of())).isCloseTo(1, within(1e-9));
  }

  /**
   * One like a user, one after the other; the last sixteenth of all are of films that come with it.
   *
   * @param liked which of these, by the number of the like
   */
  private static double fitted(IntUnaryOperator liked) {
    int cameAt = LIKES - LIKES / 16;
    int[] films =
        IntStream.range(0, LIKES)
            .map(
                moment ->
                    moment < cameAt
                        ? moment % FIRST_RECENT
                        : moment < cameAt + RECENT
                            ? FIRST_RECENT + moment - cameAt
                            : liked.applyAsInt(moment))
            .toArray();
    Interactions likes = Clicks.oneByOne(Clicks.oneEach(TasteGraph.FILMS, films));
    return new NewItemTaste(
            new ItemsAsNew(
                LearnedExample.MODEL, NewItemTasteTest::rows, LearnedExample.MODEL.paths()))
        .fitted(
            IntStream.range(0, FIRST_NEW).toArray(),
            RecentLikes.of(likes, NodeFeatures.none(LIKES), Progress.NONE),
            new SplittableRandom(3),
            Progress.NONE);
  }

  /** As they are known, but for the bias. */
  private static float[][] rows(int[] films) {
    return IntStream.of(films)
        .mapToObj(
            film -> Arrays.copyOf(Arrays.copyOf(FILMS.row(film), FILMS.width()), FILMS.width() + 1))
        .toArray(float[][]::new);
  }

  /** Of the films that came, by the taste of a user without clicks. */
  private static int[] byTaste() {
    ItemWorth worth = new ItemWorth(new UserAdapter(LearnedExample.MODEL), NOBODY);
    return IntStream.range(FIRST_RECENT, FIRST_NEW)
        .boxed()
        .sorted((one, other) -> Double.compare(taste(worth, one), taste(worth, other)))
        .mapToInt(film -> film)
        .toArray();
  }

  private static double taste(ItemWorth worth, int film) {
    return worth.taste(rows(new int[] {film})[0]);
  }

  @Test
  void whereOthersAreLikedThanTasteForetellsItCountsLess() {
    int[] films = byTaste();

    assertThat(fitted(like -> films[RECENT - 1 - like % 3])).isCloseTo(1, within(1e-9));
    assertThat(fitted(like -> films[like % 3])).isLessThan(0.9);
  }

  /** Items that differ by their time alone. */
  private static LearningInput input(boolean areLikesDated) {
    Interactions likes = RollingCatalogue.likes(0.05, 1);
    float[] years = new float[likes.itemCount()];
    IntStream.range(0, years.length).forEach(item -> years[item] = item);
    return ClicksAlone.input(areLikesDated ? Clicks.oneByOne(likes) : likes, new ItemTimes(years));
  }

  /** By three steps so large that the weights are chance. */
  private static TasteModel learned(LearningInput input, long seed) {
    MetaConfig astray = new MetaConfig(1, 4096, 1, 0.1, 1, InnerSolver.STEPS, Set.of(), seed);
    return LearnedExample.learn(input, astray).taste();
  }

  /** Item 0 was gone when the likes began. */
  private static float[] vector(TasteModel model, LearningInput input, float factor) {
    Prior prior = model.prior().with(PriorPart.NEW_ITEM_TASTE, new float[] {factor});
    int width = model.items().width();
    float[] row =
        new NewItemRows(prior, model.items(), input.paths())
            .of(0, new float[width], input.itemTimes().year(0));
    return Arrays.copyOf(row, width);
  }

  @Test
  void aModelHoldsItAndTheVectorsOfItsNewItemsBearIt() {
    LearningInput input = input(true);
    TasteModel model = learned(input, 0);
    float factor = model.prior().number(PriorPart.NEW_ITEM_TASTE);
    float[] vector = Arrays.copyOf(model.items().row(0), model.items().width());

    assertThat(model.items().isNew(0)).isTrue();
    assertThat(factor).isBetween(0.01f, 0.9f);
    assertThat(vector).containsExactly(vector(model, input, factor), within(1e-3f));
    assertThat(vector(model, input, 1)[0]).isCloseTo(vector[0] / factor, within(1e-2f));
  }

  @Test
  void withoutTimesItIsOne() {
    assertThat(learned(input(false), 1).prior().number(PriorPart.NEW_ITEM_TASTE)).isEqualTo(1);
  }
}
