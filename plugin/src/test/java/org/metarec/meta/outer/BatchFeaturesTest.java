package org.metarec.meta.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.input.LearningInput;
import org.metarec.meta.popularity.PopularityFeatures;
import org.metarec.meta.task.ItemRows;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorShape;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class BatchFeaturesTest {
  private static final int BATCHES = 100;
  private static final LearningInput INPUT = TasteGraph.input(1);
  static final PriorShape SHAPE =
      new PriorShape(
          TasteGraph.DIMENSION,
          32,
          INPUT.paths().relationCount(),
          INPUT.paths().relationCount(),
          INPUT.paths().linksItems(),
          INPUT.userFeatures().values().size(),
          1,
          InnerSolver.STEPS,
          0,
          PopularityFeatures.length(INPUT.paths().relationCount()));
  private static final ItemFeatures FEATURES =
      new ItemFeatures(
          INPUT,
          SHAPE,
          new MetaConfig(1, 1, 1e-3, 0.1, 1, InnerSolver.STEPS, Set.of(), 1),
          Optional.empty(),
          Progress.NONE);

  /** What a relation says of an item, as a whole; the others are made larger for it. */
  @Test
  void threeInTenContentsAreLeftOutAndTheirMeanStays() {
    ItemRows films = new ItemRows();
    IntStream.range(0, TasteGraph.FILMS).forEach(films::rowOf);
    ItemOffsets offsets = new ItemOffsets(TasteGraph.FILMS, SHAPE.width() + 1);
    SplittableRandom random = new SplittableRandom(1);
    int length = 2 * SHAPE.dimension();
    int contents = BATCHES * TasteGraph.FILMS * SHAPE.contentRelations();
    int leftOut = 0;
    double sum = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      float[] values = new BatchFeatures(FEATURES, offsets, SHAPE, films, random).contents();
      for (int from = 0; from < values.length; from += length) {
        float[] whole = FEATURES.content(from / SHAPE.contentLength());
        int first = from % SHAPE.contentLength();
        double factor = values[from] / whole[first];
        for (int k = 1; k < length; k++) {
          assertThat((double) values[from + k]).isCloseTo(factor * whole[first + k], within(1e-5));
        }
        leftOut += factor == 0 ? 1 : 0;
        sum += factor;
      }
    }

    assertThat(leftOut / (double) contents).isCloseTo(0.3, within(0.02));
    assertThat(sum / contents).isCloseTo(1, within(0.02));
  }
}
