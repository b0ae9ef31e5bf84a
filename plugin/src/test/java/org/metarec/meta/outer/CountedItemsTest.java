package org.metarec.meta.outer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.input.LearnedBefore;
import org.metarec.meta.task.SomeInteractions;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorPart;
import org.metarec.testing.LearnedExample;
import org.metarec.testing.TasteGraph;
import org.metarec.triple.Progress;

class CountedItemsTest {
  private static final int KNOWN = TasteGraph.FILMS - TasteGraph.NEW_FILMS;
  private static final float[] MOMENTS =
      new float[PriorPart.ITEM_MOMENTS.length(LearnedExample.MODEL.taste().prior().shape())];

  @Test
  void allKnownItemsCount() {
    assertThat(counted(Optional.empty())).isEqualTo(first(KNOWN));
  }

  @Test
  void inAWarmStartThoseCountThatWereKnownBefore() {
    assertThat(counted(Optional.of(whereTheFirstWereKnown(5)))).isEqualTo(first(5));
  }

  @Test
  void aWarmStartKeepsTheirMoments() {
    assertThat(moments(Optional.of(whereTheFirstWereKnown(5)))).isEqualTo(MOMENTS);
    assertThat(moments(Optional.empty())).isNotEqualTo(MOMENTS);
  }

  @Test
  void whereNoneWasKnownBeforeThoseOfNowCount() {
    assertThat(counted(Optional.of(whereTheFirstWereKnown(0)))).isEqualTo(first(KNOWN));
    assertThat(moments(Optional.of(whereTheFirstWereKnown(0)))).isNotEqualTo(MOMENTS);
  }

  private static List<Integer> counted(Optional<LearnedBefore> before) {
    return of(before).sample(new SplittableRandom(1));
  }

  private static float[] moments(Optional<LearnedBefore> before) {
    return of(before).moments(LearnedExample.MODEL.taste().items(), Progress.NONE);
  }

  private static CountedItems of(Optional<LearnedBefore> before) {
    MetaConfig config = new MetaConfig(1, 1, 1e-3, 0.1, 5, InnerSolver.STEPS, Set.of(), 1);
    ItemFeatures features =
        new ItemFeatures(
            LearnedExample.INPUT,
            LearnedExample.MODEL.taste().prior().shape(),
            config,
            Optional.empty(),
            Progress.NONE);
    return new CountedItems(features, TasteGraph.FILMS, before);
  }

  private static List<Integer> first(int items) {
    return IntStream.range(0, items).boxed().toList();
  }

  private static LearnedBefore whereTheFirstWereKnown(int items) {
    float[][] parts = new float[TasteGraph.FILMS][];
    for (int item = 0; item < items; item++) {
      parts[item] = new float[LearnedExample.MODEL.taste().items().width() + 1];
    }
    TrainingState state =
        new TrainingState(
            LearnedExample.LEARNED.fisher(),
            new SparseRows(parts),
            LearnedExample.INPUT.interactions().knownUsers(),
            Double.NEGATIVE_INFINITY);
    return new LearnedBefore(
        LearnedExample.MODEL.taste().prior().with(PriorPart.ITEM_MOMENTS, MOMENTS),
        LearnedExample.INPUT.relations(),
        LearnedExample.MODEL.taste().userValues(),
        state,
        new BitSet(),
        SomeInteractions.ALL,
        1);
  }
}
