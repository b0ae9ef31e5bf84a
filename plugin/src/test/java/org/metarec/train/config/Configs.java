package org.metarec.train.config;

/** Settings for tests. */
public final class Configs {

  /** Trains a graph of tens of entities in milliseconds. */
  public static final RotatEConfig SMALL =
      RotatEConfig.DEFAULTS.with(
          draft -> {
            draft.embeddingDimension = 8;
            draft.epochs = 4;
            draft.batchSize = 16;
            draft.learningRate = 0.02;
            draft.negativeSamples = 6;
            draft.validationFraction = 0.2;
            draft.patience = 2;
          });

  private Configs() {}
}
