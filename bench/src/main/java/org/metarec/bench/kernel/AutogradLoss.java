package org.metarec.bench.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import java.util.function.IntUnaryOperator;
import org.metarec.model.embedding.RotatE;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStart;
import org.metarec.triple.NegativeSampler;

/**
 * The loss of a micro-batch, forward only. In the comments b is the number of its triples, P that
 * of the pairs of each.
 *
 * @param from the first position of the micro-batch
 * @param to the position after the last
 */
record AutogradLoss(RotatEStart start, Batch batch, int from, int to, NDManager manager) {
  private static final double OUT_OF_SOFTMAX = -1e30;

  /**
   * Rows of a table.
   *
   * @param values [n, width]
   * @param slot the place of a row of the table among them
   */
  record Rows(NDArray values, IntUnaryOperator slot) {

    /** The row of each place: [count, width]. */
    NDArray of(IntUnaryOperator row, int count, NDManager manager) {
      long[] index = new long[count];
      for (int i = 0; i < count; i++) {
        index[i] = slot.applyAsInt(row.applyAsInt(i));
      }
      return Embedding.embedding(manager.create(index), values, SparseFormat.DENSE)
          .singletonOrThrow();
    }
  }

  /** The loss of each triple: [b]. */
  NDArray ofTriples(Rows entities, Rows phases) {
    NDArray differences =
        switch (batch.corruption()) {
          case HEAD -> {
            NDArray rotations = rotations(ofPositions(phases, batch::relation).neg());
            NDArray places = turn(ofPositions(entities, batch::tail), rotations);
            yield candidates(entities).sub(places);
          }
          case TAIL -> {
            NDArray rotations = rotations(ofPositions(phases, batch::relation));
            NDArray places = turn(ofPositions(entities, batch::head), rotations);
            yield candidates(entities).sub(places);
          }
          case RELATION -> {
            NDArray turned =
                turn(ofPositions(entities, batch::head), rotations(candidates(phases)));
            yield turned.sub(ofPositions(entities, batch::tail));
          }
        };
    NDList squares = differences.mul(differences).split(2, 2);
    NDArray moduli = squares.get(0).add(squares.get(1)).add(RotatE.SMOOTHING).sqrt();
    NDArray losses = selfAdversarial(moduli.sum(new int[] {2}));
    return start.clusters().isDrawing() ? losses.add(clusters(phases)) : losses;
  }

  /** [b, 1, width]. */
  private NDArray ofPositions(Rows rows, IntUnaryOperator ofPosition) {
    return rows.of(i -> ofPosition.applyAsInt(from + i), to - from, manager).expandDims(1);
  }

  /** The truth stands in for empty places: [b, P, width]. */
  private NDArray candidates(Rows rows) {
    int perTriple = batch.pairsPerTriple();
    int first = from * perTriple;
    NDArray flat =
        rows.of(
            pair ->
                isEmpty(first + pair)
                    ? batch.candidate(first + pair / perTriple * perTriple + perTriple - 1)
                    : batch.candidate(first + pair),
            (to - from) * perTriple,
            manager);
    return flat.reshape(to - from, perTriple, -1);
  }

  private boolean isEmpty(int pair) {
    return batch.candidate(pair) == NegativeSampler.NONE;
  }

  private static NDArray rotations(NDArray phases) {
    return NDArrays.concat(new NDList(phases.cos(), phases.sin()), 2);
  }

  private static NDArray turn(NDArray rows, NDArray rotations) {
    NDList row = rows.split(2, 2);
    NDList rotation = rotations.split(2, 2);
    NDArray real = row.get(0).mul(rotation.get(0)).sub(row.get(1).mul(rotation.get(1)));
    NDArray imaginary = row.get(0).mul(rotation.get(1)).add(row.get(1).mul(rotation.get(0)));
    return NDArrays.concat(new NDList(real, imaginary), 2);
  }

  /** Distances [b, P] to losses [b]. */
  private NDArray selfAdversarial(NDArray distances) {
    int perTriple = batch.pairsPerTriple();
    float[] isNegative = new float[(to - from) * perTriple];
    float[] isTruth = new float[perTriple];
    float[] halfWeights = new float[to - from];
    isTruth[perTriple - 1] = 1;
    for (int pair = 0; pair < isNegative.length; pair++) {
      boolean counts = pair % perTriple < perTriple - 1 && !isEmpty(from * perTriple + pair);
      isNegative[pair] = counts ? 1 : 0;
      halfWeights[pair / perTriple] = batch.weight(from + pair / perTriple) / 2;
    }
    NDArray negatives = manager.create(isNegative, distances.getShape());
    NDArray truth = manager.create(isTruth, new Shape(1, perTriple));
    NDArray shares =
        distances
            .stopGradient()
            .mul(-start.config().adversarialTemperature())
            .add(negatives.sub(1).mul(-OUT_OF_SOFTMAX))
            .softmax(1)
            .mul(negatives)
            .add(truth)
            .mul(manager.create(halfWeights, new Shape(to - from, 1)));
    NDArray excess = distances.sub(start.config().margin()).mul(truth.mul(2).sub(1));
    return shares.mul(Activation.softPlus(excess)).sum(new int[] {1});
  }

  /** What the clusters of relations add: [b]. */
  private NDArray clusters(Rows phases) {
    int dimension = start.config().embeddingDimension();
    float[] centres = new float[(to - from) * dimension];
    float[] shares = new float[to - from];
    for (int i = 0; i < shares.length; i++) {
      double[] centre = start.clusters().centre(batch.relation(from + i));
      shares[i] = (float) start.clusters().share(batch, from + i);
      for (int k = 0; k < dimension; k++) {
        centres[i * dimension + k] = (float) centre[k];
      }
    }
    NDArray angles =
        phases
            .of(i -> batch.relation(from + i), to - from, manager)
            .sub(manager.create(centres, new Shape(to - from, dimension)));
    return angles.cos().neg().add(1).sum(new int[] {1}).mul(manager.create(shares));
  }
}
