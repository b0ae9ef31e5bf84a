package org.metarec.tensor.rotate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RelationClusters;

/** What {@link RelationClusters} add to the loss of a batch, as tensor operations. */
record ClusterPull(RelationClusters clusters, DeviceTable phases) {

  /**
   * Adds to losses and gradients; does nothing as long as no clusters were found.
   *
   * @param losses of each position of the batch
   */
  void add(Batch batch, RowGradients gradients, double[] losses) {
    if (!clusters.isDrawing()) {
      return;
    }
    NDManager manager = gradients.rows().getManager();
    NDArray relations = DeviceTable.index(batch::relation, batch.size(), manager);
    NDArray shares = shares(batch, manager);
    NDArray angles = phases.rows(relations).subi(centres(batch, manager));
    NDArray far = angles.cos().neg().addi(1).sum(new int[] {1}, true).muli(shares);
    float[] added = far.toFloatArray();
    for (int position = 0; position < added.length; position++) {
      losses[position] += added[position];
    }
    gradients.add(batch::relation, angles.sin().muli(shares));
  }

  private NDArray shares(Batch batch, NDManager manager) {
    float[] shares = new float[batch.size()];
    for (int position = 0; position < shares.length; position++) {
      shares[position] = (float) clusters.share(batch, position);
    }
    return manager.create(shares, new Shape(shares.length, 1));
  }

  private NDArray centres(Batch batch, NDManager manager) {
    int dimension = clusters.centre(batch.relation(0)).length;
    float[] centres = new float[batch.size() * dimension];
    for (int position = 0; position < batch.size(); position++) {
      double[] centre = clusters.centre(batch.relation(position));
      for (int k = 0; k < dimension; k++) {
        centres[position * dimension + k] = (float) centre[k];
      }
    }
    return manager.create(centres, new Shape(batch.size(), dimension));
  }
}
