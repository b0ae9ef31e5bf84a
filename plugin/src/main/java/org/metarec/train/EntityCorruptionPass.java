package org.metarec.train;

import java.util.Map;
import java.util.TreeMap;
import org.metarec.model.ComplexRow;
import org.metarec.train.RowOptimizer.RowUpdate;
import org.metarec.triple.Corruption;

/**
 * Heads or tails corrupted: each candidate entity is compared with the place where its triple wants
 * it, which is the other entity, the anchor, turned by the relation (or back).
 */
final class EntityCorruptionPass implements CorruptionPass {
  private final TrainingTables tables;
  private final EntityGradients anchorGradients;
  private final Batch batch;
  private final CandidateOrder order;
  private final float[] pairValues;
  private final ComplexRow[] places;
  private final ComplexRow[][] placeGradients;

  /**
   * @param anchorGradients nothing touched
   * @param pairValues one for each pair: distances, then their derivatives
   */
  EntityCorruptionPass(
      TrainingTables tables,
      EntityGradients anchorGradients,
      Batch batch,
      CandidateOrder order,
      float[] pairValues) {
    this.tables = tables;
    this.anchorGradients = anchorGradients;
    this.batch = batch;
    this.order = order;
    this.pairValues = pairValues;
    this.places = new ComplexRow[batch.size()];
    this.placeGradients = new ComplexRow[PARTS][];
    for (int position = 0; position < places.length; position++) {
      places[position] = tables.copy(anchor(position));
      turn(places[position], position, corruptsHeads());
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
  public void measure(int part) {
    ComplexRow row = tables.zero();
    float[] moduli = new float[tables.dimension()];
    for (int slot = order.firstSlot(part); slot < order.firstSlot(part + 1); slot++) {
      tables.load(order.candidate(slot), row);
      for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
        int pair = order.pair(i);
        pairValues[pair] = row.distance(places[batch.position(pair)], moduli);
      }
    }
  }

  @Override
  public void descend(int part) {
    placeGradients[part] = tables.zeros(places.length);
    RowUpdate update = tables.entityUpdate();
    ComplexRow row = tables.zero();
    ComplexRow gradient = tables.zero();
    float[] flatGradient = new float[2 * tables.dimension()];
    for (int slot = order.firstSlot(part); slot < order.firstSlot(part + 1); slot++) {
      int candidate = order.candidate(slot);
      tables.load(candidate, row);
      gradient.setToZero();
      addGradients(slot, row, gradient, placeGradients[part]);
      if (anchorGradients.isTouched(candidate)) {
        anchorGradients.add(candidate, gradient);
      } else {
        gradient.copyTo(flatGradient);
        update.update(candidate, flatGradient);
      }
    }
  }

  private void addGradients(int slot, ComplexRow row, ComplexRow gradient, ComplexRow[] ofPlaces) {
    float[] moduli = new float[tables.dimension()];
    for (int i = order.begin(slot); i < order.begin(slot + 1); i++) {
      int pair = order.pair(i);
      int position = batch.position(pair);
      row.distance(places[position], moduli);
      row.addDistanceGradient(
          places[position], moduli, pairValues[pair], gradient, ofPlaces[position]);
    }
  }

  @Override
  public void finish() {
    ComplexRow[] gradients = CorruptionPass.sum(placeGradients);
    Map<Integer, float[]> phaseGradients = new TreeMap<>();
    for (int position = 0; position < places.length; position++) {
      places[position].addPhaseGradient(
          gradients[position],
          corruptsHeads() ? -1 : 1,
          phaseGradients.computeIfAbsent(
              batch.relation(position), relation -> new float[tables.dimension()]));
      turn(gradients[position], position, !corruptsHeads());
      anchorGradients.add(anchor(position), gradients[position]);
    }
    anchorGradients.apply(tables.entityUpdate());
    RowUpdate update = tables.phaseUpdate();
    phaseGradients.forEach(update::update);
  }
}
