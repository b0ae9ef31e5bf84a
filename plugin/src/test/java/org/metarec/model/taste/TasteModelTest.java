package org.metarec.model.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metarec.model.ServingModel;
import org.metarec.model.item.ItemTable;
import org.metarec.model.rating.RatingScale;
import org.metarec.path.PathIndex;
import org.metarec.path.ProfileLifts;

class TasteModelTest {
  @Test
  void theShapesOfThePartsFollowFromAFewSizes() {
    assertThat(ZeroParts.SHAPE.weightCount()).isEqualTo(3 + 1 + 1 + 2 * 1 + 1);
    assertThat(PriorPart.CONTENT_PROJECTION.length(ZeroParts.SHAPE)).isEqualTo(2 * 8 * 3);
    assertThat(PriorPart.STEP_RATE.length(ZeroParts.SHAPE)).isEqualTo(6 * 8);
    assertThat(PriorPart.STATE_BIAS.length(ZeroParts.SHAPE)).isEqualTo(2 * 3 * 7);
  }

  @Test
  void aPriorOfWrongShapeIsRefused() {
    Map<PriorPart, float[]> missing = ZeroParts.parts();
    missing.remove(PriorPart.STEP_RATE);
    Map<PriorPart, float[]> tooShort = ZeroParts.parts();
    tooShort.put(PriorPart.STEP_RATE, new float[47]);

    assertThatThrownBy(() -> new Prior(ZeroParts.SHAPE, missing::get))
        .hasMessageContaining("stepRate has no");
    assertThatThrownBy(() -> new Prior(ZeroParts.SHAPE, tooShort::get))
        .hasMessageContaining("stepRate has 47 floats, expected 48");
    assertThat(new Prior(ZeroParts.SHAPE, ZeroParts.parts()::get).number(PriorPart.BIAS_WEIGHT))
        .isZero();
  }

  @Test
  void aServingModelNeedsLinksForEachItem() {
    TasteModel taste =
        new TasteModel(
            new Prior(ZeroParts.SHAPE, ZeroParts.parts()::get),
            new ItemTable(3, 2),
            List.of(),
            RatingScale.NONE);
    PathIndex paths = new PathIndex.Builder(3, 3, 0, 0).build();

    assertThatThrownBy(() -> new ServingModel(taste, paths, ProfileLifts.NONE))
        .hasMessageContaining("2 items in the table, 3 with links");
  }
}
