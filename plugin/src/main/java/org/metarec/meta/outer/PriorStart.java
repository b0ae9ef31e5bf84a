package org.metarec.meta.outer;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.metarec.meta.config.MetaConfig;
import org.metarec.meta.config.ModelPart;
import org.metarec.meta.config.RandomStream;
import org.metarec.meta.feature.ItemFeatures;
import org.metarec.meta.inner.PathScale;
import org.metarec.model.taste.InnerSolver;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.PriorPart;
import org.metarec.model.taste.PriorShape;

/** The prior before the first step of the outer loop: small random numbers from the seed. */
public final class PriorStart {
  private final PriorShape shape;
  private final MetaConfig config;
  private final SplittableRandom random;

  public PriorStart(PriorShape shape, MetaConfig config) {
    this.shape = shape;
    this.config = config;
    this.random = RandomStream.PRIOR_START.of(config.randomSeed());
  }

  public Prior prior(ItemFeatures features) {
    return new Prior(shape, part -> values(part, features));
  }

  private float[] values(PriorPart part, ItemFeatures features) {
    // so an embedding of spread 1 gives a vector about as large as the centre's
    double projection = 0.1 / Math.sqrt(2 * shape.dimension());
    return switch (part) {
      case EMBEDDING_MEAN -> features.embeddings().mean();
      case EMBEDDING_SCALE -> new float[] {features.embeddings().scale()};
      case YEAR_SCALE -> features.yearScale().toArray();
      case LIKE_RATES -> features.likeRates().toArray();
      case LIKES_MEAN -> new float[] {features.likesMean()};
      case POPULARITY_RIDGE -> features.popularityRidge();
      case EARNED_SCALE -> features.earnedScale().toArray();
      case ITEM_CENTRE -> normal(part, 0.1);
      case YEAR_DIRECTION, KNOWN_CENTRE -> normal(part, 0.03);
      case CONTENT_PROJECTION, KNOWN_PROJECTION -> normal(part, projection);
      case EARNED_PROJECTION -> normal(part, config.has(ModelPart.ITEM_PRIOR) ? 0.01 : 0);
      case EXPECTED_WEIGHT, POPULARITY_WEIGHT ->
          constant(part, config.has(ModelPart.ITEM_PRIOR) ? 0.7 : 0);
      case START_WEIGHTS -> withPathWeights(normal(part, 0.1));
      case USER_VALUE_WEIGHTS -> normal(part, 0.03);
      case ITEM_MOMENTS, NEW_ITEM_LEVEL, RATING_WEIGHT, PATH_SCALE, STATE_OUTPUT ->
          constant(part, 0);
      case NEW_ITEM_TASTE, PATH_SHRINKAGE, PATH_RETENTION, SUPPORT_SHRINKAGE -> constant(part, 1);
      case STEP_RATE -> constant(part, Math.log(config.innerLearningRate()));
      case BIAS_WEIGHT -> constant(part, 0.2);
      case PRIOR_PULL ->
          constant(part, shape.head() == InnerSolver.RIDGE ? 0 : -3); // softplus: 0.7, 0.05
      case STATE_INPUT, STATE_RECURRENCE, STATE_BIAS ->
          uniform(part, 1 / Math.sqrt(Math.max(1, shape.stateWidth())));
    };
  }

  private float[] normal(PriorPart part, double deviation) {
    float[] values = new float[part.length(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private float[] uniform(PriorPart part, double bound) {
    float[] values = new float[part.length(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }

  private float[] constant(PriorPart part, double value) {
    float[] values = new float[part.length(shape)];
    Arrays.fill(values, (float) value);
    return values;
  }

  /** Paths and profiles speak for an item, before anything is learned. */
  private float[] withPathWeights(float[] weights) {
    int firstOfProfile = shape.weightCount() - shape.profileRelations();
    Arrays.fill(weights, shape.width() + 1, firstOfProfile, PathScale.UNLEARNED);
    Arrays.fill(weights, firstOfProfile, weights.length, 1);
    return weights;
  }
}
