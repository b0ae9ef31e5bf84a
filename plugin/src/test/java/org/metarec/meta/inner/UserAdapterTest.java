package org.metarec.meta.inner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.TasteModel;
import org.metarec.model.taste.UserWeights;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class UserAdapterTest {
  private static final UserAdapter LIGHT = new UserAdapter(LearnedExample.MODEL);

  private static UserClicks clicks(int... items) {
    float[] ratings = new float[items.length];
    Arrays.fill(ratings, Float.NaN);
    return new UserClicks(List.of(0), new SupportSet(items, ratings, new double[items.length]));
  }

  @Test
  void oneClickMovesTheWeights() {
    UserWeights none = LIGHT.adapt(clicks());
    UserWeights one = LIGHT.adapt(clicks(3));

    assertThat(one.values()).isNotEqualTo(none.values());
    assertThat(one.lossAfter()).isLessThan(one.lossBefore());
    assertThat(none.lossAfter()).isZero();
  }

  @Test
  void theMomentsOfAModelAreThoseOfItsKnownItems() {
    TasteModel taste = LearnedExample.MODEL.taste();
    int[] known = IntStream.range(0, TasteGraph.FILMS - TasteGraph.NEW_FILMS).toArray();

    assertThat(taste.prior().part(PriorPart.ITEM_MOMENTS))
        .containsExactly(ItemMoments.of(taste.items(), known, Progress.NONE));
  }
}
