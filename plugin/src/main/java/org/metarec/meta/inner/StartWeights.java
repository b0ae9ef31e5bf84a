package org.metarec.meta.inner;

import java.util.Arrays;
import java.util.List;
import org.metarec.model.item.ItemTable;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

/**
 * Where a user starts: the common weights, what the user's features add, and what the order of the
 * latest clicks adds through a gated recurrent unit (Cho et al., 2014, arXiv:1406.1078, in
 * PyTorch's form: the reset gate acts on the recurrent part of the candidate). Immutable.
 */
public final class StartWeights {
  /** How many of the latest clicks are read in their order. */
  public static final int RECENT = 20;

  private final Prior prior;
  private final PriorShape shape;

  StartWeights(Prior prior) {
    this.prior = prior;
    this.shape = prior.shape();
  }

  /**
   * The start of one user.
   *
   * @param userValues values of the user's features, positions in the prior's rows
   * @param table vectors of the clicked items
   * @return {@code float[weights]}
   */
  float[] of(List<Integer> userValues, SupportSet support, ItemTable table) {
    float[] start = prior.part(PriorPart.START_WEIGHTS).clone();
    float[] values = prior.part(PriorPart.USER_VALUE_WEIGHTS);
    int columns = shape.width() + 1;
    for (int value : userValues) {
      for (int k = 0; k < columns; k++) {
        start[k] += values[value * columns + k];
      }
    }
    if (shape.stateWidth() > 0 && support.size() > 0) {
      addTimes(state(support, table), prior.part(PriorPart.STATE_OUTPUT), start);
    }
    return start;
  }

  private float[] state(SupportSet support, ItemTable table) {
    float[] state = new float[shape.stateWidth()];
    for (int position = Math.max(0, support.size() - RECENT);
        position < support.size();
        position++) {
      float[] click = new float[shape.width() + 1];
      table.copyVector(support.item(position), click, 0);
      click[shape.width()] = support.target(position);
      state = next(state, click);
    }
    return state;
  }

  private float[] next(float[] state, float[] click) {
    int width = shape.stateWidth();
    float[] biases = prior.part(PriorPart.STATE_BIAS);
    float[] fromClick = Arrays.copyOfRange(biases, 0, 3 * width);
    float[] fromState = Arrays.copyOfRange(biases, 3 * width, 6 * width);
    addTimes(click, prior.part(PriorPart.STATE_INPUT), fromClick);
    addTimes(state, prior.part(PriorPart.STATE_RECURRENCE), fromState);
    float[] next = new float[width];
    for (int k = 0; k < width; k++) {
      double reset = sigmoid(fromClick[k] + fromState[k]);
      double update = sigmoid(fromClick[width + k] + fromState[width + k]);
      double candidate = Math.tanh(fromClick[2 * width + k] + reset * fromState[2 * width + k]);
      next[k] = (float) ((1 - update) * candidate + update * state[k]);
    }
    return next;
  }

  private static void addTimes(float[] row, float[] matrix, float[] sum) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += row[i] * matrix[i * sum.length + j];
      }
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
