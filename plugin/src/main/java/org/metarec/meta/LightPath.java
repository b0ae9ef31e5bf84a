package org.metarec.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final ServingModel model;
  private final Prior prior;
  private final StartWeights startWeights;
  private final Adaptation adaptation;
  private final int[] knownItems;

  public LightPath(ServingModel model) {
    this.model = model;
    this.prior = model.taste().prior();
    this.startWeights = new StartWeights(prior);
    this.adaptation = new Adaptation(prior);
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
    return Arrays.binarySearch(knownItems, item) >= 0;
  }

  /** A user's weights. */
  public UserWeights adapt(UserClicks user) {
    return adaptation.adapt(start(user), problem(user.support(), sampled(user)));
  }

  /** Weights that were found elsewhere, with the inner objective at the start and at them. */
  UserWeights judge(UserClicks user, float[] weights) {
    return adaptation.judge(start(user), weights, problem(user.support(), sampled(user)));
  }

  private float[] start(UserClicks user) {
    return startWeights.of(user.userValues(), user.support(), model.taste().items());
  }

  private InnerProblem problem(SupportSet support, List<Integer> sampled) {
    ItemTable items = model.taste().items();
    UserPaths paths = support.pathsIn(model.paths());
    float[] factors = PathScale.factors(prior, paths.totalWeight());
    InnerProblem problem = new InnerProblem(support.size(), sampled.size());
    for (int i = 0; i < support.size(); i++) {
      int item = support.item(i);
      float[] row = features(item);
      for (int r = 0; r < factors.length; r++) {
        float value = paths.valueOfClicked(r, item, support.pathWeight(i));
        row[row.length - factors.length + r] = factors[r] * value;
      }
      problem.add(row, items.bias(item), support.target(i), 1);
    }
    float count = Math.min(1f, support.size() / (float) TaskSampler.SAMPLED);
    for (int item : sampled) {
      float[] row = features(item);
      for (int r = 0; r < factors.length; r++) {
        row[row.length - factors.length + r] = factors[r] * paths.value(r, item);
      }
      problem.add(row, items.bias(item), 0, count);
    }
    return problem;
  }

  /** {@code [φ_i, 1, 0 …]}: the path features are still to be set. */
  private float[] features(int item) {
    int width = prior.shape().width();
    float[] row = new float[prior.shape().weightCount()];
    model.taste().items().copyVector(item, row, 0);
    row[width] = 1;
    return row;
  }

  /** Known items that the user has nothing to do with; none without clicks or such items. */
  List<Integer> sampled(UserClicks user) {
    SupportSet support = user.support();
    SplittableRandom random = new SplittableRandom(model.seed() ^ user.seed());
    Set<Integer> own = new HashSet<>();
    for (int i = 0; i < support.size(); i++) {
      own.add(support.item(i));
    }
    boolean nearlyAll = own.size() > knownItems.length / 2;
    int[] free =
        nearlyAll
            ? Arrays.stream(knownItems).filter(item -> !own.contains(item)).toArray()
            : knownItems;
    List<Integer> sampled = new ArrayList<>();
    while (!own.isEmpty() && free.length > 0 && sampled.size() < TaskSampler.SAMPLED) {
      int item = free[random.nextInt(free.length)];
      if (!own.contains(item)) {
        sampled.add(item);
      }
    }
    return sampled;
  }
}
