package org.metarec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metarec.meta.SupportSet;
import org.metarec.model.ItemTable;
import org.metarec.model.RatingScale;
import org.metarec.model.TasteModel;
import org.metarec.testing.LearnedTaste;

class RatingPredictionTest {
  private static final SupportSet GENEROUS = new SupportSet(new int[] {0}, new float[] {5});

  private static TasteModel taste(RatingScale ratings) {
    ItemTable items = new ItemTable(2, 2);
    items.setRow(1, new float[] {0, 0, 0, -0.5f, 3, 3, 0});
    return new TasteModel(LearnedTaste.MODEL.taste().prior(), items, List.of(), ratings);
  }

  @Test
  void itemAndUserMoveTheRatingFromTheMean() {
    RatingPrediction user = new RatingPrediction(taste(new RatingScale(1, 10, 3)), GENEROUS);

    // 3 + 0 + (5 - 3) / 6 on the scale 1 … 5, mapped to 1 … 10
    assertThat(user.of(0).orElseThrow()).isCloseTo(1 + 9 * (7.0 / 3) / 4, within(1e-6));
    assertThat(user.of(1).orElseThrow()).isCloseTo(1 + 9 * (7.0 / 3 - 0.5) / 4, within(1e-6));
  }

  @Test
  void aGraphWithoutRatingsHasNoPrediction() {
    assertThat(new RatingPrediction(taste(RatingScale.NONE), GENEROUS).of(0)).isEmpty();
  }
}
