package org.metarec.train.processor;

import org.metarec.model.kernel.ComplexRow;
import org.metarec.model.kernel.Kernel;
import org.metarec.model.kernel.RowKernel;
import org.metarec.train.processor.RowOptimizer.RowUpdate;
import org.metarec.train.step.Batch;

/**
 * Relations corrupted: each candidate relation turns the triple's head, to be compared with its
 * tail.
 */
final class RelationCorruptionPass implements CorruptionPass {
  private final TrainingTables tables;
  private final EntityGradients entityGradients;
  private final Kernel kernel;
  private final CandidateOrder order;
  private final RowSums headGradients;
  private final RowSums tailGradients;
  private ComplexRow[] heads = {};
  private ComplexRow[] tails = {};
  private Batch batch;

  /**
   * @param entityGradients nothing touched
   */
  RelationCorruptionPass(TrainingTables tables, EntityGradients entityGradients, Kernel kernel) {
    this.tables = tables;
    this.entityGradients = entityGradients;
    this.kernel = kernel;
    this.order = new CandidateOrder(tables.relationCount());
    this.headGradients = new RowSums(tables.dimension());
    this.tailGradients = new RowSums(tables.dimension());
  }

  @Override
  public void begin(Batch next) {
    batch = next;
    order.sort(batch);
    heads = ComplexRow.atLeast(batch.size(), tables.dimension(), heads);
    tails = ComplexRow.atLeast(batch.size(), tables.dimension(), tails);
    for (int position = 0; position < batch.size(); position++) {
      entityGradients.touch(batch.head(position));
      entityGradients.touch(batch.tail(position));
    }
  }

  @Override
  public void prepare(int part) {
    int end = CorruptionPass.firstPosition(part + 1, batch.size());
    for (int i = CorruptionPass.firstPosition(part, batch.size()); i < end; i++) {
      tables.load(batch.head(i), heads[i]);
      tables.load(batch.tail(i), tails[i]);
    }
  }

  @Override
  public void measure(int part, float[] pairValues) {
    RowKernel rows = kernel.rows(tables.dimension());
    ComplexRow turned = tables.zero();
    for (int slot = order.firstSlot(part); slot < order.firstSlot(part + 1); slot++) {
      ComplexRow rotation = tables.rotation(order.candidate(slot));
      for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
        int pair = order.pair(i);
        int position = batch.position(pair);
        turned.setToTurned(heads[position], rotation);
        pairValues[pair] = rows.distance(turned, tails[position]);
      }
    }
  }

  @Override
  public void descend(int part, float[] pairValues) {
    ComplexRow[] ofHeads = headGradients.open(part, batch.size());
    ComplexRow[] ofTails = tailGradients.open(part, batch.size());
    RowKernel rows = kernel.rows(tables.dimension());
    RowUpdate update = tables.phaseUpdate();
    ComplexRow turned = tables.zero();
    ComplexRow gradient = tables.zero();
    for (int slot = order.firstSlot(part); slot < order.firstSlot(part + 1); slot++) {
      float[] phaseGradient = new float[tables.dimension()];
      ComplexRow rotation = tables.rotation(order.candidate(slot));
      for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
        int pair = order.pair(i);
        int position = batch.position(pair);
        turned.setToTurned(heads[position], rotation);
        gradient.setToZero();
        rows.addDistanceGradient(
            turned, tails[position], pairValues[pair], gradient, ofTails[position]);
        turned.addPhaseGradient(gradient, 1, phaseGradient);
        gradient.setToTurnedBack(gradient, rotation);
        ofHeads[position].add(gradient);
      }
      update.move(order.candidate(slot), phaseGradient);
    }
  }

  @Override
  public void gather(int part) {
    int end = CorruptionPass.firstPosition(part + 1, batch.size());
    for (int i = CorruptionPass.firstPosition(part, batch.size()); i < end; i++) {
      headGradients.sum(i);
      tailGradients.sum(i);
    }
  }

  @Override
  public void collect() {
    for (int position = 0; position < batch.size(); position++) {
      entityGradients.add(batch.head(position), headGradients.summed(position));
      entityGradients.add(batch.tail(position), tailGradients.summed(position));
    }
  }

  @Override
  public void apply(int part) {
    entityGradients.apply(part, tables.entityUpdate());
  }
}
