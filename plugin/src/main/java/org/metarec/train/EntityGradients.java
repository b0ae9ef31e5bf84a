package org.metarec.train;

import java.util.Arrays;
import org.metarec.model.ComplexRow;
import org.metarec.train.RowOptimizer.RowUpdate;

/** Gradients of the entities that get theirs from several sides in one batch. */
final class EntityGradients {
  private final int dimension;
  private final ComplexRow[] gradients;
  private int[] touched = new int[64];
  private int touchedCount;

  EntityGradients(int entityCount, int dimension) {
    this.dimension = dimension;
    this.gradients = new ComplexRow[entityCount];
  }

  /** Opens a gradient of 0 for an entity, unless there is one. */
  void touch(int entity) {
    if (gradients[entity] == null) {
      gradients[entity] = new ComplexRow(dimension);
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = entity;
    }
  }

  boolean isTouched(int entity) {
    return gradients[entity] != null;
  }

  /** Adds to the gradient of a touched entity. */
  void add(int entity, ComplexRow gradient) {
    gradients[entity].add(gradient);
  }

  /** Updates a part of the touched rows; they have no gradient afterwards. */
  void apply(int part, RowUpdate update) {
    float[] gradient = new float[2 * dimension];
    int end = CorruptionPass.firstPosition(part + 1, touchedCount);
    for (int i = CorruptionPass.firstPosition(part, touchedCount); i < end; i++) {
      gradients[touched[i]].copyTo(gradient);
      update.update(touched[i], gradient);
      gradients[touched[i]] = null;
    }
  }

  /** To be called when all parts have been applied. */
  void clear() {
    touchedCount = 0;
  }
}
