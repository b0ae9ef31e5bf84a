package org.metarec.train.step;

/** Steps in {@code double}, by {@link ReferenceLoss} and {@link ReferenceAdam}. */
final class ReferenceSteps {
  private final double[][] start;
  private final double[][] entities;
  private final double[][] startPhases;
  private final double[][] phases;
  private final ReferenceAdam ofEntities;
  private final ReferenceAdam ofPhases;

  /** Begins with copies of the sample's tables. */
  ReferenceSteps(StepSample sample) {
    start = sample.entityRows();
    entities = sample.entityRows();
    startPhases = sample.phaseRows();
    phases = sample.phaseRows();
    ofEntities = new ReferenceAdam(entities, sample.config.gradientClip());
    ofPhases = new ReferenceAdam(phases, sample.config.gradientClip());
  }

  void run(StepSample sample, double learningRate) {
    double[][] entityGradients = new double[entities.length][entities[0].length];
    double[][] phaseGradients = new double[phases.length][phases[0].length];
    new ReferenceLoss(sample, entities, phases)
        .addGradient(entities, phases, entityGradients, phaseGradients);
    ofEntities.step(entityGradients, learningRate);
    ofPhases.step(phaseGradients, learningRate * sample.start().phaseRate());
  }

  /** Takes over from the sample's tables what rounding decided. */
  void settle(StepSample sample) {
    ofEntities.settle(sample.entityRows());
    ofPhases.settle(sample.phaseRows());
  }

  /** How far the sample's tables are from these, relative to the way that these have gone. */
  double distance(StepSample sample) {
    return Math.max(
        distance(sample.entityRows(), entities, start),
        distance(sample.phaseRows(), phases, startPhases));
  }

  /** Whole turns do not count; coordinates never differ by so much. */
  private static double distance(double[][] found, double[][] expected, double[][] start) {
    double error = 0;
    double way = 0;
    for (int row = 0; row < expected.length; row++) {
      for (int k = 0; k < expected[row].length; k++) {
        double apart = found[row][k] - expected[row][k];
        error += Math.pow(Math.IEEEremainder(apart, 2 * Math.PI), 2);
        way += Math.pow(expected[row][k] - start[row][k], 2);
      }
    }
    return Math.sqrt(error / way);
  }
}
