package org.metarec.train.processor;

import java.util.Arrays;
import org.metarec.model.kernel.ComplexRow;
import org.metarec.train.processor.RowOptimizer.RowUpdate;

/**
 * Gradients of the entities that get theirs from several sides in one batch. Rows are kept from
 * batch to batch: new ones would come from memory that is in no cache.
 */
final class EntityGradients {
  private final int dimension;

  /** The place of an entity among the touched, counted from 1; 0 for those that are not. */
  private final int[] placeOf;

  private int[] touched = new int[64];
  private ComplexRow[] gradients = {};
  private int touchedCount;

  EntityGradients(int entityCount, int dimension) {
    this.dimension = dimension;
    this.placeOf = new int[entityCount];
  }

  /** Opens a gradient of 0 for an entity, unless there is one. */
  void touch(int entity) {
    if (isTouched(entity)) {
      return;
    }
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedCount);
    }
    gradients = ComplexRow.atLeast(touched.length, dimension, gradients);
    gradients[touchedCount].setToZero();
    touched[touchedCount++] = entity;
    placeOf[entity] = touchedCount;
  }

  boolean isTouched(int entity) {
    return placeOf[entity] > 0;
  }

  /** Adds to the gradient of a touched entity. */
  void add(int entity, ComplexRow gradient) {
    gradients[placeOf[entity] - 1].add(gradient);
  }

  /** Updates a part of the touched rows; they have no gradient afterwards. */
  void apply(int part, RowUpdate update) {
    float[] gradient = new float[2 * dimension];
    int end = CorruptionPass.firstPosition(part + 1, touchedCount);
    for (int i = CorruptionPass.firstPosition(part, touchedCount); i < end; i++) {
      gradients[i].copyTo(gradient);
      update.move(touched[i], gradient);
      placeOf[touched[i]] = 0;
    }
  }

  /** To be called when all parts have been applied. */
  void clear() {
    touchedCount = 0;
  }
}
