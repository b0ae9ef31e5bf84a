package org.metarec.train.config;

/** A {@link RotatEConfig} whose settings are still being chosen; at first they are the defaults. */
public final class RotatEDraft {
  public int embeddingDimension = 64;
  public int epochs = 60;
  public int batchSize = 128;
  public double learningRate = 0.005;
  public int negativeSamples = 32;
  public double margin = 6.0;
  public double adversarialTemperature = 1.0;
  public double gradientClip = 1.0;
  public double validationFraction = 0.03;
  public int patience = 10;
  public CorruptionMix corruption = CorruptionMix.MIXED;
  public int relationClusters = 0;
  public double clusterWeight = 0.3;
  public long randomSeed = 42L;

  RotatEDraft() {}

  RotatEDraft(RotatEConfig config) {
    embeddingDimension = config.embeddingDimension();
    epochs = config.epochs();
    batchSize = config.batchSize();
    learningRate = config.learningRate();
    negativeSamples = config.negativeSamples();
    margin = config.margin();
    adversarialTemperature = config.adversarialTemperature();
    gradientClip = config.gradientClip();
    validationFraction = config.validationFraction();
    patience = config.patience();
    corruption = config.corruption();
    relationClusters = config.relationClusters();
    clusterWeight = config.clusterWeight();
    randomSeed = config.randomSeed();
  }

  RotatEConfig config() {
    return new RotatEConfig(
        embeddingDimension,
        epochs,
        batchSize,
        learningRate,
        negativeSamples,
        margin,
        adversarialTemperature,
        gradientClip,
        validationFraction,
        patience,
        corruption,
        relationClusters,
        clusterWeight,
        randomSeed);
  }
}
