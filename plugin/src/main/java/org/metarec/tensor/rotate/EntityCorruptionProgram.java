package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import org.metarec.train.step.Batch;
import org.metarec.triple.Corruption;

/**
 * Heads or tails corrupted: each candidate entity is compared with the place where its triple wants
 * it, which is the other entity, the anchor, turned by the relation (or back).
 */
final class EntityCorruptionProgram implements CorruptionProgram {
  private final Batch batch;
  private final boolean corruptsHeads;
  private final RowGradients entityGradients;
  private final RowGradients phaseGradients;
  private final DeviceTable entities;
  private final NDArray rotations; // [B, 2d]
  private final NDArray places; // [B, 2d]
  private final NDArray placeGradients; // [B, 2d]

  EntityCorruptionProgram(
      Batch batch, DeviceTables tables, RowGradients entityGradients, RowGradients phaseGradients) {
    this.batch = batch;
    this.corruptsHeads = batch.corruption() == Corruption.HEAD;
    this.entityGradients = entityGradients;
    this.phaseGradients = phaseGradients;
    this.entities = tables.entities();
    NDManager manager = entityGradients.rows().getManager();
    NDArray relations = DeviceTable.index(batch::relation, batch.size(), manager);
    NDArray anchors = DeviceTable.index(this::anchor, batch.size(), manager);
    this.rotations = ComplexRows.rotations(tables.phases().rows(relations));
    this.places = ComplexRows.turn(entities.rows(anchors), rotations, corruptsHeads);
    this.placeGradients = places.zerosLike();
  }

  private int anchor(int position) {
    return corruptsHeads ? batch.tail(position) : batch.head(position);
  }

  @Override
  public void run(MicroBatch micro, PairLoss loss) {
    NDArray candidates = DeviceTable.index(micro::candidate, micro.pairs(), micro.manager());
    NDArray rows = entities.rows(candidates);
    NDArray differences =
        rows.reshape(micro.size(), batch.pairsPerTriple(), -1).subi(micro.positions(places));
    NDArray gradient = loss.differentiate(micro, differences);
    NDArray ofPlaces = gradient.sum(new int[] {1}).neg();
    placeGradients.set(new NDIndex("{}:{}", micro.from(), micro.to()), ofPlaces);
    entityGradients.add(micro::candidate, gradient.reshape(rows.getShape()));
  }

  @Override
  public void finish() {
    NDArray ofPhases = ComplexRows.phaseGradient(places, placeGradients);
    phaseGradients.add(batch::relation, corruptsHeads ? ofPhases.neg() : ofPhases);
    entityGradients.add(this::anchor, ComplexRows.turn(placeGradients, rotations, !corruptsHeads));
  }
}
