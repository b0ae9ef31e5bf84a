package org.metarec.train.config;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.metarec.InvalidConfigException;

/**
 * Hyper-parameters of RotatE training; all of them are written into the model's provenance.
 *
 * @param embeddingDimension complex coordinates d of an entity; a row holds 2·d floats
 * @param epochs passes over the triples, at most
 * @param batchSize triples between two updates
 * @param learningRate of Adam, in the unit of the coordinates; a fifth of it in the last stretch
 * @param negativeSamples false triples drawn for each true one
 * @param margin γ of the loss, in units of distance
 * @param adversarialTemperature α: multiplies the scores of false triples before the softmax that
 *     weighs them, so a larger one looks more at the hard ones, and 0 at all alike
 * @param gradientClip largest Euclidean norm of the gradient of one row; longer ones are scaled
 * @param validationFraction of the triples, held back to see when to stop
 * @param patience epochs without a gain on the held-back triples before training slows, then stops
 * @param corruption which parts of the triples are replaced
 * @param relationClusters number of clusters that the phases of relations are drawn to; 0 for none
 * @param clusterWeight how strongly
 * @param randomSeed source of all randomness; the same seed and triples give the same model
 */
public record RotatEConfig(
    int embeddingDimension,
    int epochs,
    int batchSize,
    double learningRate,
    int negativeSamples,
    double margin,
    double adversarialTemperature,
    double gradientClip,
    double validationFraction,
    int patience,
    CorruptionMix corruption,
    int relationClusters,
    double clusterWeight,
    long randomSeed) {

  /** Pairs of a true triple and a candidate in one batch; a batch lies in arrays. */
  private static final long MOST_PAIRS = 1L << 28;

  /** What is used where the user says nothing; for graphs of some size see {@link #defaultsFor}. */
  public static final RotatEConfig DEFAULTS = new RotatEDraft().config();

  /**
   * With more triples, batches are larger and epochs fewer: chosen on users and films held back
   * from MovieLens-1M (380,000 triples), where new items were ranked better so, and known ones no
   * worse.
   */
  private static final long LARGE_TRIPLES = 100_000;

  private static final int LARGE_BATCH = 512;

  /** All epochs over a large graph together pass over so many triples. */
  private static final long TRIPLES_PASSED = 4_000_000;

  /** A graph of millions is passed over so often all the same. */
  private static final int FEWEST_EPOCHS = 5;

  /** With more triples, {@link #DENSE} takes more than a minute of one core. */
  private static final long DENSE_TRIPLES = 10_000;

  /** In a dense graph a node of the average has more than this many triples. */
  private static final double DENSE_DEGREE = 20;

  /**
   * For a small and dense graph, where all nodes are related to many others and only wide rows tell
   * them apart; four members of an {@code train.Ensemble}. Chosen on the validation triples of UMLS
   * and Kinships.
   */
  private static final RotatEConfig DENSE =
      DEFAULTS.with(
          draft -> {
            draft.embeddingDimension = 512;
            draft.epochs = 400;
            draft.batchSize = 64;
            draft.learningRate = 0.001;
            draft.margin = 9.0;
            draft.adversarialTemperature = 1.5;
            draft.patience = 40;
          });

  /** A graph of at most so many triples trains in seconds, so two settings can be tried. */
  private static final long TINY_TRIPLES = 2_500;

  /**
   * With a small margin what follows over several relations is found, but what is related directly
   * is told apart less well: chosen on the validation triples of Countries.
   */
  private static final RotatEConfig CLOSE =
      DEFAULTS.with(
          draft -> {
            draft.epochs = 300;
            draft.learningRate = 0.001;
            draft.negativeSamples = 64;
            draft.margin = 0.1;
            draft.adversarialTemperature = 0.25;
            draft.patience = 300;
            draft.corruption = CorruptionMix.ENTITY;
          });

  /**
   * What is used for a graph of some size where the user says nothing.
   *
   * @return one, or several to be tried, see {@code train.Trial}
   */
  public static List<RotatEConfig> defaultsFor(long entities, long triples) {
    if (triples > DENSE_DEGREE * entities && triples <= DENSE_TRIPLES) {
      return List.of(DENSE);
    }
    if (triples <= TINY_TRIPLES) {
      return List.of(DEFAULTS, CLOSE);
    }
    return List.of(triples > LARGE_TRIPLES ? DEFAULTS.forLarge(triples) : DEFAULTS);
  }

  /** Whether a patience is what is used where the user says nothing, for a graph of any size. */
  public static boolean isUsualPatience(int patience) {
    return Stream.of(DEFAULTS, DENSE, CLOSE).anyMatch(usual -> usual.patience() == patience);
  }

  private RotatEConfig forLarge(long triples) {
    return with(
        draft -> {
          draft.epochs = (int) Math.max(FEWEST_EPOCHS, TRIPLES_PASSED / triples);
          draft.batchSize = LARGE_BATCH;
        });
  }

  /** The same with some settings changed. */
  public RotatEConfig with(Consumer<RotatEDraft> change) {
    RotatEDraft draft = new RotatEDraft(this);
    change.accept(draft);
    return draft.config();
  }

  public RotatEConfig {
    var problems = new InvalidConfigException.Problems();
    problems.requireBetween(1, 10_000_000, "embeddingDimension", embeddingDimension);
    problems.requireBetween(1, 1_000_000, "epochs", epochs);
    problems.requireBetween(1, 65_536, "batchSize", batchSize);
    requirePositive(learningRate, "learningRate", problems);
    problems.requireBetween(1, 65_536, "negativeSamples", negativeSamples);
    requirePositive(margin, "margin", problems);
    requireNotNegative(adversarialTemperature, "adversarialTemperature", problems);
    requirePositive(gradientClip, "gradientClip", problems);
    problems.require(
        validationFraction >= 0 && validationFraction <= 0.5,
        "validationFraction",
        validationFraction,
        "must be between 0 and 0.5");
    problems.requireBetween(1, 1_000_000, "patience", patience);
    problems.requireBetween(0, 100_000, "relationClusters", relationClusters);
    requireNotNegative(clusterWeight, "clusterWeight", problems);
    problems.require(
        batchSize * (negativeSamples + 1L) <= MOST_PAIRS,
        "negativeSamples",
        negativeSamples,
        "must be fewer: a batch may hold %d pairs".formatted(MOST_PAIRS));
    problems.throwIfAny();
  }

  private static void requirePositive(
      double value, String key, InvalidConfigException.Problems problems) {
    problems.require(Double.isFinite(value) && value > 0, key, value, "must be above 0");
  }

  private static void requireNotNegative(
      double value, String key, InvalidConfigException.Problems problems) {
    problems.require(Double.isFinite(value) && value >= 0, key, value, "must be at least 0");
  }
}
