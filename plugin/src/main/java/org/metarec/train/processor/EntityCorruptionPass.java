package org.metarec.train.processor;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.metarec.model.kernel.ComplexRow;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.RowKernel;
import org.metarec.train.processor.RowOptimizer.RowUpdate;
import org.metarec.train.step.Batch;
import org.metarec.triple.Corruption;

/**
 * Heads or tails corrupted: each candidate entity is compared with the place where its triple wants
 * it, which is the other entity, the anchor, turned by the relation (or back).
 */
final class EntityCorruptionPass implements CorruptionPass {
  /** Rows that are asked for at once; with their moments they fit into half of a first cache. */
  private static final int AHEAD = 8;

  private final TrainingTables tables;
  private final EntityGradients anchorGradients;
  private final Kernel kernel;
  private final CandidateOrder order;
  private final RowSums placeGradients;
  private final PhaseGradients phaseGradients;
  private final double[] prefetched = new double[PARTS];
  private ComplexRow[] places = {};
  private float[][] positionPhases = {};
  private Batch batch;

  /**
   * @param anchorGradients nothing touched
   */
  EntityCorruptionPass(TrainingTables tables, EntityGradients anchorGradients, Kernel kernel) {
    this.tables = tables;
    this.anchorGradients = anchorGradients;
    this.kernel = kernel;
    this.order = new CandidateOrder(tables.entityCount());
    this.placeGradients = new RowSums(tables.dimension());
    this.phaseGradients = new PhaseGradients(tables.relationCount(), tables.dimension());
  }

  @Override
  public void begin(Batch next) {
    batch = next;
    order.sort(batch);
    if (places.length < batch.size()) {
      places = ComplexRow.atLeast(batch.size(), tables.dimension(), places);
      positionPhases = new float[batch.size()][tables.dimension()];
    }
    for (int position = 0; position < batch.size(); position++) {
      anchorGradients.touch(anchor(position));
    }
  }

  private boolean corruptsHeads() {
    return batch.corruption() == Corruption.HEAD;
  }

  private int anchor(int position) {
    return corruptsHeads() ? batch.tail(position) : batch.head(position);
  }

  private void turn(ComplexRow row, int position, boolean back) {
    ComplexRow rotation = tables.rotation(batch.relation(position));
    if (back) {
      row.setToTurnedBack(row, rotation);
    } else {
      row.setToTurned(row, rotation);
    }
  }

  @Override
  public void prepare(int part) {
    int end = CorruptionPass.firstPosition(part + 1, batch.size());
    for (int i = CorruptionPass.firstPosition(part, batch.size()); i < end; i++) {
      tables.load(anchor(i), places[i]);
      turn(places[i], i, corruptsHeads());
    }
  }

  @Override
  public void measure(int part, float[] pairValues) {
    RowKernel rows = kernel.rows(tables.dimension());
    ComplexRow row = tables.zero();
    int last = order.firstSlot(part + 1);
    int ahead = order.firstSlot(part);
    for (int slot = ahead; slot < last; slot++) {
      if (slot == ahead) {
        ahead = prefetch(part, slot, last, tables::prefetch);
      }
      tables.load(order.candidate(slot), row);
      for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
        int pair = order.pair(i);
        pairValues[pair] = rows.distance(row, places[batch.position(pair)]);
      }
    }
  }

  @Override
  public void descend(int part, float[] pairValues) {
    ComplexRow[] ofPlaces = placeGradients.open(part, batch.size());
    RowKernel rows = kernel.rows(tables.dimension());
    RowUpdate update = tables.entityUpdate();
    ComplexRow row = tables.zero();
    ComplexRow gradient = tables.zero();
    float[] flatGradient = new float[2 * tables.dimension()];
    int last = order.firstSlot(part + 1);
    int ahead = order.firstSlot(part);
    for (int slot = ahead; slot < last; slot++) {
      if (slot == ahead) {
        ahead = prefetch(part, slot, last, tables::prefetchToMove);
      }
      int candidate = order.candidate(slot);
      tables.load(candidate, row);
      gradient.setToZero();
      for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
        int pair = order.pair(i);
        int position = batch.position(pair);
        float slope = pairValues[pair];
        rows.addDistanceGradient(row, places[position], slope, gradient, ofPlaces[position]);
      }
      if (anchorGradients.isTouched(candidate)) {
        anchorGradients.add(candidate, gradient);
      } else {
        gradient.copyTo(flatGradient);
        update.move(candidate, flatGradient);
      }
    }
  }

  /**
   * Has the rows of the next slots on their way to the cache. On a large graph they come from
   * memory, and the processor waits for each unless it is asked for several at once.
   *
   * @return the first slot that is not among them
   */
  private int prefetch(int part, int slot, int last, IntToDoubleFunction row) {
    int end = Math.min(slot + AHEAD, last);
    double sum = 0;
    for (int i = slot; i < end; i++) {
      sum += row.applyAsDouble(order.candidate(i));
    }
    prefetched[part] = sum; // never read; without it the JIT would drop the reads
    return end;
  }

  @Override
  public void gather(int part) {
    int end = CorruptionPass.firstPosition(part + 1, batch.size());
    for (int i = CorruptionPass.firstPosition(part, batch.size()); i < end; i++) {
      ComplexRow gradient = placeGradients.sum(i);
      Arrays.fill(positionPhases[i], 0);
      places[i].addPhaseGradient(gradient, corruptsHeads() ? -1 : 1, positionPhases[i]);
      turn(gradient, i, !corruptsHeads());
    }
  }

  @Override
  public void collect() {
    for (int position = 0; position < batch.size(); position++) {
      anchorGradients.add(anchor(position), placeGradients.summed(position));
      phaseGradients.add(batch.relation(position), positionPhases[position]);
    }
  }

  @Override
  public void apply(int part) {
    anchorGradients.apply(part, tables.entityUpdate());
    phaseGradients.apply(part, tables.phaseUpdate());
  }
}
