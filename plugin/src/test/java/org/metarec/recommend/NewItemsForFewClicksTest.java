package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserClicks;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.recommend.reason.Contributions;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;

/** How high new items stand for users of whom more and more is known. */
class NewItemsForFewClicksTest {
  private static final int NEW = TasteGraph.FILMS - 1;
  private static final int KNOWN = 0;

  /** What a level for few clicks adds to the score of an item for a user with the same weights. */
  private static double added(int item, int clicks) {
    Contributions with = scorer(-2, clicks).contributions(item);
    Contributions without = scorer(0, clicks).contributions(item);
    assertThat(with.taste()).isEqualTo(without.taste());
    assertThat(with.relations()).isEqualTo(without.relations());
    assertThat(scorer(-2, clicks).score(item)).isCloseTo(with.score(), within(1e-9));
    return with.base() - without.base();
  }

  private static UserScorer scorer(float slope, int clicks) {
    TasteModel taste = LearnedExample.MODEL.taste();
    float[] levels = new NewItemLevels(0, 0, slope).toArray();
    Prior prior = taste.prior().with(PriorPart.NEW_ITEM_LEVEL, levels);
    ServingModel model =
        new ServingModel(
            new TasteModel(prior, taste.items(), taste.userValues(), taste.ratings()),
            LearnedExample.MODEL.paths(),
            LearnedExample.MODEL.lifts());
    float[] unrated = new float[clicks];
    Arrays.fill(unrated, Float.NaN);
    SupportSet support =
        new SupportSet(IntStream.rangeClosed(1, clicks).toArray(), unrated, new double[clicks]);
    float[] weights = prior.part(PriorPart.START_WEIGHTS);
    return new UserScorer(model, new UserClicks(List.of(), support), weights, List.of());
  }

  @Test
  void aNewItemRisesWithEachClick() {
    assertThat(added(NEW, 0)).isCloseTo(-2, within(1e-6));
    assertThat(added(NEW, 3)).isCloseTo(-1, within(1e-6));
    assertThat(added(NEW, 15)).isCloseTo(-0.5, within(1e-6));
  }

  @Test
  void aKnownItemStaysWhereItIs() {
    assertThat(added(KNOWN, 0)).isZero();
  }
}
