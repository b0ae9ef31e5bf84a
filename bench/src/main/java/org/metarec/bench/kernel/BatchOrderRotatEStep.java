package org.metarec.bench.kernel;

import java.util.BitSet;
import org.metarec.model.embedding.EntityTable;
import org.metarec.model.embedding.RotatE;
import org.metarec.train.step.Batch;
import org.metarec.train.step.RotatEStart;
import org.metarec.train.step.RotatEStep;
import org.metarec.triple.Corruption;
import org.metarec.triple.NegativeSampler;

/**
 * The yardstick: RotatE's step in plain loops, triple after triple as the batch has them. Heads and
 * tails are replaced only, and no relation is drawn to a cluster.
 */
final class BatchOrderRotatEStep implements RotatEStep {
  private final RotatEStart start;
  private final int dimension;
  private final float[] entities;
  private final float[] phases;
  private final float[] entityGradients;
  private final float[] phaseGradients;
  private final BatchOrderAdam ofEntities;
  private final BatchOrderAdam ofPhases;
  private final float[] cosines;
  private final float[] sines;
  private final float[] query;
  private final float[] queryGradient;

  /**
   * @param start its tables are moved in place
   */
  BatchOrderRotatEStep(RotatEStart start) {
    EntityTable table = start.entities();
    this.start = start;
    this.dimension = table.dimension();
    this.entities = table.values();
    this.phases = start.phases().values();
    this.entityGradients = new float[entities.length];
    this.phaseGradients = new float[phases.length];
    this.ofEntities = new BatchOrderAdam(entities, entityGradients, 2 * dimension);
    this.ofPhases = new BatchOrderAdam(phases, phaseGradients, dimension);
    this.cosines = new float[dimension];
    this.sines = new float[dimension];
    this.query = new float[2 * dimension];
    this.queryGradient = new float[2 * dimension];
  }

  @Override
  public double[] run(Batch batch, double learningRate) {
    BitSet movedEntities = new BitSet();
    BitSet movedPhases = new BitSet();
    double[] losses = new double[batch.size()];
    double[] values = new double[batch.pairsPerTriple()];
    for (int i = 0; i < batch.size(); i++) {
      boolean ofTails = batch.corruption() == Corruption.TAIL;
      int fixed = ofTails ? batch.head(i) : batch.tail(i);
      movedEntities.set(fixed);
      movedPhases.set(batch.relation(i));
      rotate(fixed, batch.relation(i), ofTails ? 1 : -1);
      int first = i * values.length;
      for (int j = 0; j < values.length; j++) {
        int candidate = batch.candidate(first + j);
        if (candidate != NegativeSampler.NONE) {
          values[j] = distance(candidate);
          movedEntities.set(candidate);
        }
      }
      losses[i] = differentiate(batch, i, values);
      for (int j = 0; j < values.length; j++) {
        if (batch.candidate(first + j) != NegativeSampler.NONE) {
          addGradient(batch.candidate(first + j), (float) values[j]);
        }
      }
      rotateBack(fixed, batch.relation(i), ofTails ? 1 : -1);
    }
    double clip = start.config().gradientClip();
    ofEntities.step(movedEntities, learningRate, clip);
    ofPhases.step(movedPhases, learningRate * start.phaseRate(), clip);
    return losses;
  }

  private void rotate(int entity, int relation, int sign) {
    int offset = entity * 2 * dimension;
    for (int k = 0; k < dimension; k++) {
      float phase = phases[relation * dimension + k];
      cosines[k] = (float) Math.cos(phase);
      sines[k] = sign * (float) Math.sin(phase);
      float x = entities[offset + k];
      float y = entities[offset + dimension + k];
      query[k] = x * cosines[k] - y * sines[k];
      query[dimension + k] = x * sines[k] + y * cosines[k];
    }
  }

  private float distance(int candidate) {
    int offset = candidate * 2 * dimension;
    float sum = 0;
    for (int k = 0; k < dimension; k++) {
      float x = query[k] - entities[offset + k];
      float y = query[dimension + k] - entities[offset + dimension + k];
      sum += (float) Math.sqrt(x * x + y * y + RotatE.SMOOTHING);
    }
    return sum;
  }

  /** Distances become the derivatives of the loss in them. */
  private double differentiate(Batch batch, int position, double[] values) {
    int truth = values.length - 1;
    int first = position * values.length;
    double alpha = start.config().adversarialTemperature();
    double margin = start.config().margin();
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < truth; j++) {
      boolean isThere = batch.candidate(first + j) != NegativeSampler.NONE;
      nearest = isThere ? Math.min(nearest, values[j]) : nearest;
    }
    double weightSum = 0;
    for (int j = 0; j < truth; j++) {
      boolean isThere = batch.candidate(first + j) != NegativeSampler.NONE;
      weightSum += isThere ? Math.exp(alpha * (nearest - values[j])) : 0;
    }
    double half = batch.weight(position) / 2.0;
    double loss = 0;
    for (int j = 0; j <= truth; j++) {
      if (batch.candidate(first + j) != NegativeSampler.NONE) {
        double share =
            j == truth ? half : half * Math.exp(alpha * (nearest - values[j])) / weightSum;
        double badness = j == truth ? values[j] - margin : margin - values[j];
        double sigmoid = 1 / (1 + Math.exp(-badness));
        loss += share * Math.log1p(Math.exp(badness));
        values[j] = (j == truth ? share : -share) * sigmoid;
      }
    }
    return loss;
  }

  private void addGradient(int candidate, float slope) {
    int offset = candidate * 2 * dimension;
    for (int k = 0; k < dimension; k++) {
      int re = offset + k;
      int im = offset + dimension + k;
      float x = query[k] - entities[re];
      float y = query[dimension + k] - entities[im];
      float scale = slope / (float) Math.sqrt(x * x + y * y + RotatE.SMOOTHING);
      queryGradient[k] += x * scale;
      queryGradient[dimension + k] += y * scale;
      entityGradients[re] -= x * scale;
      entityGradients[im] -= y * scale;
    }
  }

  /** Hands the gradient in the query on to entity and phase, and clears it. */
  private void rotateBack(int entity, int relation, int sign) {
    int offset = entity * 2 * dimension;
    for (int k = 0; k < dimension; k++) {
      float x = queryGradient[k];
      float y = queryGradient[dimension + k];
      entityGradients[offset + k] += x * cosines[k] + y * sines[k];
      entityGradients[offset + dimension + k] += y * cosines[k] - x * sines[k];
      phaseGradients[relation * dimension + k] += sign * (y * query[k] - x * query[dimension + k]);
      queryGradient[k] = 0;
      queryGradient[dimension + k] = 0;
    }
  }
}
