package org.metarec.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metarec.meta.inner.PathScale;
import org.metarec.meta.inner.SupportSet;
import org.metarec.meta.inner.UserClicks;
import org.metarec.meta.profile.UserProfile;
import org.metarec.model.ServingModel;
import org.metarec.model.kernel.ScanKernel;
import org.metarec.model.taste.CoarseRows;
import org.metarec.model.taste.CoarseWeights;
import org.metarec.model.taste.ItemTable;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;
import org.metarec.path.UserPaths;

/**
 * Scores items for one user: {@code s_i = b_i + w_φᵀ φ_i + w_1 + Σ_r w_r p_r(i) + Σ_r w'_r u_r(i)},
 * linear in the user's weights: p_r is what paths say, u_r what the user's profile says. Not
 * thread-safe.
 */
public final class UserScorer {
  /** What subtracting an item's own part may leave of nothing. */
  private static final float ROUNDING = 1e-6f;

  private final ServingModel model;
  private final SupportSet support;
  private final float[] weights;
  private final UserPaths paths;
  private final UserProfile profile;
  private final float[] factors;
  private final Map<Integer, Float> ownWeights = new HashMap<>();

  /**
   * @param user whose latest interactions the paths start from
   * @param weights {@code float[weightCount]}: the user's adapted weights
   */
  public UserScorer(ServingModel model, UserClicks user, float[] weights) {
    this.model = model;
    this.support = user.support();
    this.weights = weights;
    this.profile = new UserProfile(model, user.userValues());
    this.paths = support.pathsIn(model.paths());
    this.factors = new PathScale(model.taste().prior()).factors(paths.totalWeight());
    for (int r = 0; r < factors.length; r++) {
      factors[r] *= weights[model.taste().items().width() + 1 + r];
    }
    for (int click = 0; click < support.size(); click++) {
      ownWeights.put(support.item(click), support.pathWeight(click));
    }
  }

  /** The score of an item and what it is made of. */
  Contributions contributions(int item) {
    List<Double> relations = new ArrayList<>(factors.length);
    for (int r = 0; r < factors.length; r++) {
      float value = pathValue(r, item);
      relations.add(value == 0 ? 0.0 : (double) factors[r] * value); // never -0.0
    }
    return new Contributions(model.taste().items().bias(item), taste(item), relations);
  }

  /** The score alone. */
  public double score(int item) {
    double sum = model.taste().items().bias(item) + taste(item);
    for (int r = 0; r < factors.length; r++) {
      sum += (double) factors[r] * pathValue(r, item);
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
    paths.addValues(factors, scores);
    double largest = profile.addParts(weights, scores);
    scoreChanged(scores);
    for (int click = 0; click < support.size(); click++) {
      scores[support.item(click)] = (float) score(support.item(click));
    }
    for (int item : model.gone()) {
      scores[item] = Float.NEGATIVE_INFINITY;
    }
    for (float factor : factors) {
      largest += 2 * Math.abs(factor) * paths.totalWeight(); // shared and direct, 1 each at most
    }
    return coarse.error() + CoarseWeights.ROUNDING * largest;
  }

  /** Those of the overlay, which the scan leaves out; as {@link #score} if not clicked. */
  private void scoreChanged(float[] scores) {
    int[] changed = model.paths().changed();
    double[] sums = model.taste().items().scores(changed, weights);
    for (int r = 0; r < factors.length; r++) {
      float[] values = paths.changedValues(r);
      for (int i = 0; i < changed.length; i++) {
        sums[i] += (double) factors[r] * values[i];
      }
    }
    profile.addTo(sums, changed, weights);
    for (int i = 0; i < changed.length; i++) {
      scores[changed[i]] = (float) sums[i];
    }
  }

  /** An item is not like itself: for a clicked one the other clicks speak. */
  private float pathValue(int relation, int item) {
    float own = ownWeights.getOrDefault(item, 0f);
    float value = paths.value(relation, item);
    if (own == 0) {
      return value;
    }
    float others = value - paths.ownPart(relation, item, own);
    return Math.abs(others) < ROUNDING * own ? 0 : others;
  }

  private double taste(int item) {
    ItemTable items = model.taste().items();
    return weights[items.width()] + items.dot(item, weights) + profile.part(item, weights);
  }

  /** The ways from the user's clicks that led to an item, see {@link Reasons#of}. */
  List<Connection> reasons(int item, int most) {
    return Reasons.of(waysTo(item), most);
  }

  /** All ways from the user's clicks to an item, strongest first. */
  List<Connection> connections(int item) {
    return waysTo(item).sorted(Connection.STRONGEST_FIRST).toList();
  }

  private Stream<Connection> waysTo(int item) {
    return IntStream.range(0, factors.length)
        .filter(relation -> paths.value(relation, item) != 0)
        .boxed()
        .mapMulti((relation, found) -> addWays(relation, item, found));
  }

  private void addWays(int relation, int item, Consumer<Connection> found) {
    for (int click = 0; click < support.size(); click++) {
      if (support.pathWeight(click) > 0 && support.item(click) != item) {
        addShared(relation, click, item, found);
        addDirect(relation, click, item, found);
      }
    }
  }

  /** Both rows of attributes are ascending: walks them side by side. */
  private void addShared(int relation, int click, int item, Consumer<Connection> found) {
    PathRelation links = model.paths().relation(relation);
    Links attributes = links.attributes();
    int clicked = support.item(click);
    int own = attributes.from(clicked);
    int other = attributes.from(item);
    int ownEnd = attributes.to(clicked);
    int otherEnd = attributes.to(item);
    while (own < ownEnd && other < otherEnd) {
      int order = Integer.compare(attributes.target(own), attributes.target(other));
      if (order == 0) {
        int attribute = attributes.target(own);
        double kernel = links.sharedPart(attribute, clicked, item);
        if (kernel > 0) {
          List<Long> handles = List.of(attributes.handle(own), attributes.handle(other));
          double contribution = factors[relation] * support.pathWeight(click) * kernel;
          found.accept(
              new Connection(relation, click, OptionalInt.of(attribute), handles, contribution));
        }
      }
      own += order <= 0 ? 1 : 0;
      other += order >= 0 ? 1 : 0;
    }
  }

  private void addDirect(int relation, int click, int item, Consumer<Connection> found) {
    PathRelation links = model.paths().relation(relation);
    int clicked = support.item(click);
    int link = links.direct().find(clicked, item);
    double kernel = link < 0 ? 0 : links.directPart(clicked, item);
    if (kernel > 0) {
      List<Long> handles = List.of(links.direct().handle(link));
      double contribution = factors[relation] * support.pathWeight(click) * kernel;
      found.accept(new Connection(relation, click, OptionalInt.empty(), handles, contribution));
    }
  }
}
