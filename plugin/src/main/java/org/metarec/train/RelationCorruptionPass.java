package org.metarec.train;

import org.metarec.model.ComplexRow;
import org.metarec.train.RowOptimizer.RowUpdate;

/**
 * Relations corrupted: each candidate relation turns the triple's head, to be compared with its
 * tail.
 */
final class RelationCorruptionPass implements CorruptionPass {
  private final TrainingTables tables;
  private final EntityGradients entityGradients;
  private final Batch batch;
  private final CandidateOrder order;
  private final float[] pairValues;
  private final ComplexRow[] heads;
  private final ComplexRow[] tails;
  private final ComplexRow[][] headGradients;
  private final ComplexRow[][] tailGradients;

  /**
   * @param entityGradients nothing touched
   * @param pairValues one for each pair: distances, then their derivatives
   */
  RelationCorruptionPass(
      TrainingTables tables,
      EntityGradients entityGradients,
      Batch batch,
      CandidateOrder order,
      float[] pairValues) {
    this.tables = tables;
    this.entityGradients = entityGradients;
    this.batch = batch;
    this.order = order;
    this.pairValues = pairValues;
    this.heads = new ComplexRow[batch.size()];
    this.tails = new ComplexRow[batch.size()];
    this.headGradients = new ComplexRow[PARTS][];
    this.tailGradients = new ComplexRow[PARTS][];
    for (int position = 0; position < heads.length; position++) {
      heads[position] = tables.copy(batch.head(position));
      tails[position] = tables.copy(batch.tail(position));
      entityGradients.touch(batch.head(position));
      entityGradients.touch(batch.tail(position));
    }
  }

  @Override
  public void measure(int part) {
    ComplexRow turned = tables.zero();
    float[] moduli = new float[tables.dimension()];
    for (int slot = order.firstSlot(part); slot < order.firstSlot(part + 1); slot++) {
      ComplexRow rotation = tables.rotation(order.candidate(slot));
      for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
        int pair = order.pair(i);
        int position = batch.position(pair);
        turned.setToTurned(heads[position], rotation);
        pairValues[pair] = turned.distance(tails[position], moduli);
      }
    }
  }

  @Override
  public void descend(int part) {
    headGradients[part] = tables.zeros(heads.length);
    tailGradients[part] = tables.zeros(tails.length);
    RowUpdate update = tables.phaseUpdate();
    for (int slot = order.firstSlot(part); slot < order.firstSlot(part + 1); slot++) {
      update.update(order.candidate(slot), phaseGradient(slot, part));
    }
  }

  /** Adds to the gradients of heads and tails on its way. */
  private float[] phaseGradient(int slot, int part) {
    float[] phaseGradient = new float[tables.dimension()];
    ComplexRow rotation = tables.rotation(order.candidate(slot));
    ComplexRow turned = tables.zero();
    ComplexRow turnedGradient = tables.zero();
    float[] moduli = new float[tables.dimension()];
    for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
      int pair = order.pair(i);
      int position = batch.position(pair);
      turned.setToTurned(heads[position], rotation);
      turned.distance(tails[position], moduli);
      turnedGradient.setToZero();
      turned.addDistanceGradient(
          tails[position], moduli, pairValues[pair], turnedGradient, tailGradients[part][position]);
      turned.addPhaseGradient(turnedGradient, 1, phaseGradient);
      turnedGradient.setToTurnedBack(turnedGradient, rotation);
      headGradients[part][position].add(turnedGradient);
    }
    return phaseGradient;
  }

  @Override
  public void finish() {
    ComplexRow[] ofHeads = CorruptionPass.sum(headGradients);
    ComplexRow[] ofTails = CorruptionPass.sum(tailGradients);
    for (int position = 0; position < heads.length; position++) {
      entityGradients.add(batch.head(position), ofHeads[position]);
      entityGradients.add(batch.tail(position), ofTails[position]);
    }
    entityGradients.apply(tables.entityUpdate());
  }
}
