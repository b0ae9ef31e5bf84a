package org.metarec.recommend;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.metarec.meta.inner.PathScale;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserClicks;
import org.metarec.meta.profile.UserProfile;
import org.metarec.model.ServingModel;
import org.metarec.model.item.CoarseRows;
import org.metarec.model.item.CoarseWeights;
import org.metarec.model.item.ItemTable;
import org.metarec.model.kernel.ScanKernel;
import org.metarec.model.taste.NewItemLevels;
import org.metarec.model.taste.Prior;
import org.metarec.path.UserPaths;
import org.metarec.recommend.reason.ChosenAttribute;
import org.metarec.recommend.reason.ChosenWays;
import org.metarec.recommend.reason.ClickWays;
import org.metarec.recommend.reason.Connection;
import org.metarec.recommend.reason.Contributions;
import org.metarec.recommend.reason.Reasons;

/**
 * Scores items for one user: {@code s_i = b_i + w_φᵀ φ_i + w_1 + Σ_f w_f p_f(i) + Σ_r w'_r u_r(i)},
 * linear in the user's weights: p_f is what paths say, u_r what the user's profile says. New items
 * have the level of the user's clicks besides ({@link NewItemLevels}). Not thread-safe.
 */
public final class UserScorer {
  /** What subtracting an item's own part may leave of nothing. */
  private static final float ROUNDING = 1e-6f;

  private final ServingModel model;
  private final SupportSet support;
  private final float[] weights;
  private final UserPaths paths;
  private final UserProfile profile;
  private final ChosenWays chosen;
  private final ClickWays clicks;
  private final float[] factors;
  private final double levelOfClicks; // of new items, in no bias

  /**
   * @param user whose latest interactions the paths start from
   * @param weights {@code float[weightCount]}: the user's adapted weights
   * @param chosen from which paths start beside the interactions
   */
  public UserScorer(
      ServingModel model, UserClicks user, float[] weights, List<ChosenAttribute> chosen) {
    this.model = model;
    this.support = user.support();
    this.weights = weights;
    this.profile = new UserProfile(model, user.userValues());
    this.chosen = new ChosenWays(model, profile, weights, chosen);
    this.paths = support.pathsIn(model.paths());
    this.factors = factors();
    this.clicks = new ClickWays(model.paths(), support, paths, factors);
    this.levelOfClicks = NewItemLevels.of(model.taste().prior()).ofClicks(support.size());
  }

  /** Of the features that say something now, whether items were linked at the training or not. */
  private float[] factors() {
    Prior prior = model.taste().prior();
    float[] factors = new float[prior.shape().pathFeatures(model.paths().linksItems())];
    Arrays.fill(factors, PathScale.UNLEARNED);
    float[] learned = new PathScale(prior).factors(paths, weights);
    System.arraycopy(learned, 0, factors, 0, Math.min(factors.length, learned.length));
    return factors;
  }

  /** The score of an item and what it is made of. */
  Contributions contributions(int item) {
    double[] relations = new double[model.taste().prior().shape().pathRelations()];
    for (int f = 0; f < factors.length; f++) {
      relations[model.paths().relationOf(f)] += (double) factors[f] * pathValue(f, item);
    }
    double taste = taste(item);
    for (Connection way : chosen.to(item)) {
      relations[way.relation()] += way.contribution();
      taste -= way.contribution();
    }
    return new Contributions(base(item), taste, Doubles.asList(relations));
  }

  public double score(int item) {
    double sum = base(item) + taste(item);
    for (int f = 0; f < factors.length; f++) {
      sum += (double) factors[f] * pathValue(f, item);
    }
    return sum;
  }

  /**
   * About the scores of all items, at once. An item that is gone gets −∞.
   *
   * @param scores {@code float[≥ items]}
   * @param shares as {@link ScanKernel#coarseScores} takes them
   * @return by how much each differs from {@link #score} at most, but for what {@code float} rounds
   *     of the score itself
   */
  double scoreAll(ScanKernel kernel, float[] scores, int shares) {
    ItemTable items = model.taste().items();
    CoarseRows rows = items.coarse(kernel.tile());
    CoarseWeights coarse = rows.weights(weights);
    kernel.coarseScores(rows, coarse, items.biases(), scores, shares);
    raiseNew(items.newOfBase(), scores);
    paths.addValues(factors, scores);
    double largest = Math.abs(levelOfClicks) + profile.addParts(weights, scores);
    scoreChanged(scores);
    for (int click = 0; click < support.size(); click++) {
      scores[support.item(click)] = (float) score(support.item(click));
    }
    for (int item : model.gone()) {
      scores[item] = Float.NEGATIVE_INFINITY;
    }
    for (int f = 0; f < factors.length; f++) {
      largest += Math.abs(factors[f]) * paths.greatestOfClicks(f);
    }
    return coarse.error() + CoarseWeights.ROUNDING * largest;
  }

  /** Adds the level of clicks to new items of the base; for others see {@link #scoreChanged}. */
  private void raiseNew(int[] newOfBase, float[] scores) {
    float level = (float) levelOfClicks;
    for (int item : newOfBase) {
      scores[item] += level;
    }
  }

  /** Those of the overlay, which the scan leaves out; as {@link #score} if not clicked. */
  private void scoreChanged(float[] scores) {
    int[] changed = model.paths().changed();
    ItemTable items = model.taste().items();
    double[] sums = items.scores(changed, weights);
    for (int f = 0; f < factors.length; f++) {
      float[] values = paths.changedValues(f);
      for (int i = 0; i < changed.length; i++) {
        sums[i] += (double) factors[f] * values[i];
      }
    }
    profile.addTo(sums, changed, weights);
    for (int i = 0; i < changed.length; i++) {
      double raised = items.isNew(changed[i]) ? levelOfClicks : 0;
      scores[changed[i]] = (float) (sums[i] + raised);
    }
  }

  /** An item is not like itself: for a clicked one the other clicks speak. */
  private float pathValue(int feature, int item) {
    float own = paths.clickWeight(feature, item);
    float value = paths.value(feature, item);
    if (own == 0) {
      return value;
    }
    float others = value - paths.ownPart(feature, item);
    return Math.abs(others) < ROUNDING * own ? 0 : others;
  }

  private double base(int item) {
    ItemTable items = model.taste().items();
    return items.bias(item) + (items.isNew(item) ? levelOfClicks : 0);
  }

  private double taste(int item) {
    ItemTable items = model.taste().items();
    return weights[items.width()] + items.dot(item, weights) + profile.part(item, weights);
  }

  /** The ways that led to an item, see {@link Reasons#of}. */
  List<Connection> reasons(int item, int most) {
    return Reasons.of(waysTo(item), most);
  }

  /** All ways to an item, strongest first. */
  List<Connection> connections(int item) {
    return waysTo(item).sorted(Connection.STRONGEST_FIRST).toList();
  }

  private Stream<Connection> waysTo(int item) {
    return Stream.concat(chosen.to(item).stream(), clicks.to(item));
  }
}
