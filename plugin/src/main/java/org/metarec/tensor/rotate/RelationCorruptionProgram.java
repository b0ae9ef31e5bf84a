package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import org.metarec.train.step.Batch;

/**
 * Relations corrupted: each candidate relation turns the triple's head, to be compared with its
 * tail.
 */
final class RelationCorruptionProgram implements CorruptionProgram {
  private final Batch batch;
  private final RowGradients entityGradients;
  private final RowGradients phaseGradients;
  private final NDArray rotations; // of the relations of the batch, each once: [n, 2d]
  private final NDArray heads; // [B, 2d]
  private final NDArray tails; // [B, 2d]
  private final NDArray headGradients; // [B, 2d]
  private final NDArray tailGradients; // [B, 2d]

  RelationCorruptionProgram(
      Batch batch, DeviceTables tables, RowGradients entityGradients, RowGradients phaseGradients) {
    this.batch = batch;
    this.entityGradients = entityGradients;
    this.phaseGradients = phaseGradients;
    NDManager manager = entityGradients.rows().getManager();
    DeviceTable entities = tables.entities();
    this.rotations = ComplexRows.rotations(tables.phases().rows(phaseGradients.rows()));
    this.heads = entities.rows(DeviceTable.index(batch::head, batch.size(), manager));
    this.tails = entities.rows(DeviceTable.index(batch::tail, batch.size(), manager));
    this.headGradients = heads.zerosLike();
    this.tailGradients = tails.zerosLike();
  }

  @Override
  public void run(MicroBatch micro, PairLoss loss) {
    NDArray candidates =
        DeviceTable.index(
            pair -> phaseGradients.slot(micro.candidate(pair)), micro.pairs(), micro.manager());
    NDArray turns =
        rotations
            .get(micro.manager(), new NDIndex("{}", candidates))
            .reshape(micro.size(), batch.pairsPerTriple(), -1);
    NDArray turned = ComplexRows.turn(micro.positions(heads), turns, false);
    NDArray gradient = loss.differentiate(micro, turned.sub(micro.positions(tails)));
    NDIndex positions = new NDIndex("{}:{}", micro.from(), micro.to());
    tailGradients.set(positions, gradient.sum(new int[] {1}).neg());
    headGradients.set(positions, ComplexRows.turn(gradient, turns, true).sum(new int[] {1}));
    NDArray ofPhases = ComplexRows.phaseGradient(turned, gradient);
    phaseGradients.add(micro::candidate, ofPhases.reshape(micro.pairs(), -1));
  }

  @Override
  public void finish() {
    entityGradients.add(batch::head, headGradients);
    entityGradients.add(batch::tail, tailGradients);
  }
}
