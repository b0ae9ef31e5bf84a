package org.metarec.meta.inner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metarec.model.ItemTable;
import org.metarec.model.Prior;
import org.metarec.model.ServingModel;
import org.metarec.model.UserWeights;
import org.metarec.path.UserPaths;

/**
 * Adapts one user at request time: plain Java, no tensor engine, nothing written. Immutable, shared
 * between threads; made once for a model, at the cost of a look at each item; a call costs the
 * user's clicks and a fixed number of sampled items.
 */
public final class LightPath {
  /** Items sampled for the inner loop. */
  public static final int SAMPLED = 30;

  private final ServingModel model;
  private final Prior prior;
  private final StartWeights startWeights;
  private final Adaptation adaptation;
  private final PathScale pathScale;
  private final int[] knownItems;

  public LightPath(ServingModel model) {
    this.model = model;
    this.prior = model.taste().prior();
    this.startWeights = new StartWeights(prior);
    this.adaptation = new Adaptation(prior);
    this.pathScale = new PathScale(prior);
    ItemTable items = model.taste().items();
    this.knownItems =
        IntStream.range(0, items.itemCount())
            .filter(item -> !items.isNew(item) && !model.gone().contains(item))
            .toArray();
  }

  private LightPath(LightPath before, ServingModel model, int[] knownItems) {
    this.model = model;
    this.prior = before.prior;
    this.startWeights = before.startWeights;
    this.adaptation = before.adaptation;
    this.pathScale = before.pathScale;
    this.knownItems = knownItems;
  }

  /** The same for a model that differs only in items that came, changed or went. */
  public LightPath with(ServingModel now) {
    BitSet gone = new BitSet();
    now.gone().stream().filter(this::isKnown).forEach(gone::set);
    int[] left =
        gone.isEmpty()
            ? knownItems
            : IntStream.of(knownItems).filter(item -> !gone.get(item)).toArray();
    return new LightPath(this, now, left);
  }

  private boolean isKnown(int item) {
    return contains(knownItems, item);
  }

  /** A user's weights. */
  public UserWeights adapt(UserClicks user) {
    return adaptation.adapt(start(user), problem(user.support(), sampled(user)));
  }

  /** Weights that were found elsewhere, with the inner objective at the start and at them. */
  public UserWeights judge(UserClicks user, float[] weights) {
    return adaptation.judge(start(user), weights, problem(user.support(), sampled(user)));
  }

  private float[] start(UserClicks user) {
    return startWeights.of(user.userValues(), user.support(), model.taste().items());
  }

  private InnerProblem problem(SupportSet support, List<Integer> sampled) {
    UserPaths paths = support.pathsIn(model.paths());
    int[] others = sampled.stream().mapToInt(Integer::intValue).toArray();
    double[][] clicked = new double[support.size()][];
    double[][] unclicked = new double[others.length][];
    Arrays.setAll(clicked, i -> features(support.item(i)));
    Arrays.setAll(unclicked, i -> features(others[i]));
    float[] factors = pathScale.factors(paths.totalWeight());
    for (int r = 0; r < factors.length; r++) {
      int column = prior.shape().width() + 1 + r;
      set(column, factors[r], support.values(r, paths), clicked);
      set(column, factors[r], paths.values(r, others), unclicked);
    }
    ItemTable items = model.taste().items();
    InnerProblem problem = new InnerProblem(clicked.length, unclicked.length);
    for (int i = 0; i < clicked.length; i++) {
      problem.add(clicked[i], items.bias(support.item(i)), support.target(i), 1);
    }
    float count = Math.min(1f, support.size() / (float) SAMPLED);
    for (int i = 0; i < unclicked.length; i++) {
      problem.add(unclicked[i], items.bias(others[i]), 0, count);
    }
    return problem;
  }

  /** {@code [φ_i, 1, 0 …]}: the path features are still to be set. */
  private double[] features(int item) {
    double[] row = new double[prior.shape().weightCount()];
    model.taste().items().copyVector(item, row);
    row[prior.shape().width()] = 1;
    return row;
  }

  private static void set(int column, float factor, float[] values, double[][] rows) {
    for (int row = 0; row < rows.length; row++) {
      rows[row][column] = factor * values[row];
    }
  }

  /** Known items that the user has nothing to do with; none without clicks or such items. */
  public List<Integer> sampled(UserClicks user) {
    int[] own = user.support().sortedItems();
    SplittableRandom random = new SplittableRandom(model.seed() ^ user.seed());
    boolean nearlyAll = own.length > knownItems.length / 2;
    int[] free =
        nearlyAll
            ? IntStream.of(knownItems).filter(item -> !contains(own, item)).toArray()
            : knownItems;
    List<Integer> sampled = new ArrayList<>();
    while (own.length > 0 && free.length > 0 && sampled.size() < SAMPLED) {
      int item = free[random.nextInt(free.length)];
      if (!contains(own, item)) {
        sampled.add(item);
      }
    }
    return sampled;
  }

  private static boolean contains(int[] sorted, int item) {
    return Arrays.binarySearch(sorted, item) >= 0;
  }
}
