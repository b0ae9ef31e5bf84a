package org.metarec.tensor.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metarec.meta.inner.ItemMoments;
import org.metarec.meta.item.ItemVectors;
import org.metarec.meta.outer.BatchFeatures;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;
import org.metarec.tensor.EngineDevice;
import org.metarec.tensor.EngineStart;
import org.metarec.triple.Progress;

class BatchVectorsTest {
  /** Years that are standardised already. */
  private static final float[] SCALE_1 = {0, 1, -100, 100};

  @BeforeAll
  static void startEngine() {
    EngineStart.start(Path.of("target", "engine"));
  }

  @Test
  void aTaskThatTakesItsItemsForNewSeesNothingOfWhatIsLearnedOfEachAlone() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    try (NDManager manager = EngineDevice.named("cpu").newManager()) {
      int columns = captured.prior.shape().width() + 1;
      Shape rows = new Shape(captured.features.size(), columns);
      BatchVectors without = vectors(captured, manager.zeros(rows), manager);
      BatchVectors with = vectors(captured, manager.ones(rows), manager);

      assertThat(all(with, 0, manager)).containsExactly(all(without, 0, manager));
      float[] lower = all(without, 1, manager);
      float[] higher = all(with, 1, manager);
      for (int i = 0; i < higher.length; i++) {
        float known = captured.features.known()[i / columns];
        assertThat(higher[i] - lower[i]).isCloseTo(known, within(1e-5f));
      }
      assertThat(captured.features.known()).contains(1f);
    }
  }

  /** Of films as new and as known, but for the factor by which serving expects more of new ones. */
  @Test
  void rowsAreThoseThatServingIsGiven() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    BatchFeatures items = captured.features;
    PriorShape shape = captured.prior.shape();
    int width = shape.width();
    ItemVectors vectors = new ItemVectors(captured.prior.with(PriorPart.YEAR_SCALE, SCALE_1));
    try (NDManager manager = EngineDevice.named("cpu").newManager()) {
      NDArray noParts = manager.zeros(new Shape(items.size(), width + 1));
      BatchVectors learned = vectors(captured, noParts, manager);
      float[] asNew = all(learned, 0, manager);
      float[] asKnown = all(learned, 1, manager);
      for (int row = 0; row < items.size(); row++) {
        float[] earned = part(items.earned(), row, shape.earnedNumbers());
        float year = items.years()[row];
        float expected = items.expectedLikes()[row];
        float[] content = part(items.contents(), row, shape.contentLength());
        float[] embedding = part(items.embeddings(), row, 2 * shape.dimension());
        float[] ofNew = vectors.ofNew(content, earned, year, expected / 3);
        float[] ofKnown = vectors.ofKnown(earned, year, expected, embedding, items.logLikes()[row]);
        assertThat(part(asNew, row, width + 1)).containsExactly(ofNew, within(1e-4f));
        assertThat(part(asKnown, row, width + 1)).containsExactly(ofKnown, within(1e-4f));
        assertThat(items.known()[row]).isEqualTo(1);
      }
    }
  }

  private static float[] part(float[] rows, int row, int length) {
    return Arrays.copyOfRange(rows, row * length, (row + 1) * length);
  }

  /** What training takes for all items is what serving makes of the same ones. */
  @Test
  void momentsAreThoseOfTheSampledRows() {
    CapturedBatch captured = CapturedBatch.of(InnerSolver.STEPS);
    int width = captured.prior.shape().width();
    try (NDManager manager = EngineDevice.named("cpu").newManager()) {
      Shape rows = new Shape(captured.features.size(), width + 1);
      BatchVectors vectors = vectors(captured, manager.ones(rows), manager);
      for (float known : new float[] {0, 1}) {
        float[] all = all(vectors, known, manager);
        int[] rowsOfTable = IntStream.range(0, captured.batch.sample().length).toArray();
        ItemTable table = new ItemTable(width, rowsOfTable.length);
        for (int i = 0; i < table.itemCount(); i++) {
          int from = captured.batch.sample()[i] * (width + 1);
          float[] scored = Arrays.copyOfRange(all, from, from + width + 1);
          table.setRow(i, ItemTable.rowOf(scored, 0, Float.NaN));
        }

        NDArray mask = manager.create(new float[] {known}, new Shape(1, 1));
        assertThat(vectors.moments(mask).toFloatArray())
            .containsExactly(ItemMoments.of(table, rowsOfTable, Progress.NONE), within(1e-3f));
        assertThat(table.itemCount()).isGreaterThan(10);
      }
    }
  }

  private static BatchVectors vectors(CapturedBatch captured, NDArray parts, NDManager manager) {
    return BatchVectors.learning(
        captured.prior.shape(),
        PriorArrays.of(captured.prior, manager),
        captured.features,
        parts,
        captured.batch.sample());
  }

  /** All rows, as a task sees them. */
  private static float[] all(BatchVectors vectors, float known, NDManager manager) {
    long count = vectors.firstKnown();
    NDArray index = manager.arange(0, (int) count, 1, DataType.INT32).reshape(1, count);
    return vectors.of(index, manager.create(new float[] {known}, new Shape(1, 1))).toFloatArray();
  }
}
