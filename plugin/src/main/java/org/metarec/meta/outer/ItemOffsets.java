package org.metarec.meta.outer;

import static org.metarec.model.kernel.AdamConstants.EPSILON;
import static org.metarec.model.kernel.AdamConstants.FIRST_DECAY;
import static org.metarec.model.kernel.AdamConstants.SECOND_DECAY;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.metarec.meta.task.ItemRows;
import org.metarec.model.embedding.SparseRows;

/**
 * What is learned of each known item beyond its embedding and what it earned: an addition to its
 * vector and bias, zero at first. Learned by Adam with decoupled weight decay (Kingma and Ba, ICLR
 * 2015, arXiv:1412.6980; Loshchilov and Hutter, ICLR 2019, arXiv:1711.05101). Deviations: only the
 * items of a batch move, and the decay is not multiplied by the learning rate, so it is as strong
 * whatever that is. In the end each is its {@link WeightMean} over the steps. Offsets that are kept
 * do not move. Not thread-safe.
 */
public final class ItemOffsets {
  private static final float WEIGHT_DECAY = 1e-3f;

  private final int width;
  private final float[] values;
  private final float[] firstMoments;
  private final float[] secondMoments;
  private final float[] means; // each after the step in which its item moved last
  private final int[] lastSteps;
  private final BitSet kept = new BitSet();
  private int steps;

  /**
   * @param width numbers of an item
   */
  public ItemOffsets(int itemCount, int width) {
    this.width = width;
    this.values = new float[Math.multiplyExact(itemCount, width)];
    this.firstMoments = new float[values.length];
    this.secondMoments = new float[values.length];
    this.means = new float[values.length];
    this.lastSteps = new int[itemCount];
  }

  /** Keeps the offsets of the items that were known before. */
  public void keep(SparseRows before) {
    before
        .entities()
        .forEach(
            item -> {
              float[] offset = before.row(item).orElseThrow();
              System.arraycopy(offset, 0, values, item * width, width);
              kept.set(item);
            });
  }

  /** A copy of the offsets of those items that are known. */
  public SparseRows known(IntPredicate isKnown) {
    float[][] offsets = new float[values.length / width][];
    for (int item = 0; item < offsets.length; item++) {
      if (isKnown.test(item)) {
        offsets[item] = Arrays.copyOfRange(values, item * width, (item + 1) * width);
      }
    }
    return new SparseRows(offsets);
  }

  /** {@code float[U · width]}: the offsets of some items. */
  float[] rows(ItemRows items) {
    float[] rows = new float[items.size() * width];
    for (int row = 0; row < items.size(); row++) {
      System.arraycopy(values, items.item(row) * width, rows, row * width, width);
    }
    return rows;
  }

  /** Adds an item's offset to its vector and bias. */
  public void addTo(float[] vectorAndBias, int item) {
    for (int k = 0; k < width; k++) {
      vectorAndBias[k] += values[item * width + k];
    }
  }

  /**
   * Moves the offsets of some items against a gradient.
   *
   * @param gradient {@code float[U · width]}
   */
  void step(ItemRows items, float[] gradient, double learningRate) {
    steps++;
    double firstCorrection = 1 - Math.pow(FIRST_DECAY, steps);
    double secondCorrection = 1 - Math.pow(SECOND_DECAY, steps);
    for (int row = 0; row < items.size(); row++) {
      int item = items.item(row);
      if (kept.get(item)) {
        continue;
      }
      moveMean(item, WeightMean.left(lastSteps[item], steps - 1));
      for (int k = 0; k < width; k++) {
        int i = item * width + k;
        float slope = gradient[row * width + k];
        firstMoments[i] = (float) (FIRST_DECAY * firstMoments[i] + (1 - FIRST_DECAY) * slope);
        secondMoments[i] =
            (float) (SECOND_DECAY * secondMoments[i] + (1 - SECOND_DECAY) * slope * slope);
        double move =
            firstMoments[i]
                / firstCorrection
                / (Math.sqrt(secondMoments[i] / secondCorrection) + EPSILON);
        values[i] = (float) (values[i] * (1 - WEIGHT_DECAY) - learningRate * move);
      }
      moveMean(item, 1 - WeightMean.share(steps));
      lastSteps[item] = steps;
    }
  }

  /** Draws the mean of an item's offset towards the offset: so much of it is left. */
  private void moveMean(int item, double left) {
    for (int i = item * width; i < (item + 1) * width; i++) {
      means[i] = (float) (values[i] + left * (means[i] - values[i]));
    }
  }

  /** Puts the means in the place of the offsets, when all steps have been taken. */
  public void settle() {
    for (int item = 0; item < lastSteps.length; item++) {
      moveMean(item, WeightMean.left(lastSteps[item], steps));
    }
    System.arraycopy(means, 0, values, 0, values.length);
  }
}
