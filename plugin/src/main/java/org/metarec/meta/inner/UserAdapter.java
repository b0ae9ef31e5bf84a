package org.metarec.meta.inner;

import java.util.Arrays;
import org.metarec.meta.profile.ProfileValues;
import org.metarec.meta.profile.UserProfile;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.Prior;
import org.metarec.model.taste.UserWeights;
import org.metarec.path.UserPaths;

/**
 * Adapts one user at request time, the light path: plain Java, no tensor engine, no chance, nothing
 * written. A call costs the user's clicks, however many items there are. Immutable, shared between
 * threads.
 */
public final class UserAdapter {
  private final ServingModel model;
  private final Prior prior;
  private final StartWeights startWeights;
  private final Adaptation adaptation;
  private final PathScale pathScale;

  public UserAdapter(ServingModel model) {
    this.model = model;
    this.prior = model.taste().prior();
    this.startWeights = new StartWeights(prior);
    this.adaptation = new Adaptation(prior);
    this.pathScale = new PathScale(prior);
  }

  /** What users are adapted to. */
  public ServingModel model() {
    return model;
  }

  public UserWeights adapt(UserClicks user) {
    return adaptation.adapt(start(user), problem(user));
  }

  /** Weights that were found elsewhere, with the inner objective at the start and at them. */
  public UserWeights judge(UserClicks user, float[] weights) {
    return adaptation.judge(start(user), weights, problem(user));
  }

  private float[] start(UserClicks user) {
    return startWeights.of(user.userValues(), user.support(), model.taste().items());
  }

  private InnerProblem problem(UserClicks user) {
    SupportSet support = user.support();
    UserPaths paths = support.pathsIn(model.paths());
    double[][] clicked = new double[support.size()][];
    Arrays.setAll(clicked, i -> features(support.item(i)));
    float[] factors = pathScale.factors(paths);
    for (int r = 0; r < factors.length; r++) {
      float[] values = support.values(r, paths);
      for (int i = 0; i < clicked.length; i++) {
        clicked[i][prior.shape().width() + 1 + r] = factors[r] * values[i];
      }
    }
    addProfile(user, clicked);
    float[] biases = new float[clicked.length];
    float[] targets = new float[clicked.length];
    for (int i = 0; i < clicked.length; i++) {
      biases[i] = model.taste().innerBias(support.item(i));
      targets[i] = support.target(i);
    }
    return new InnerProblem(clicked, biases, targets);
  }

  private void addProfile(UserClicks user, double[][] clicked) {
    ProfileValues profile = new UserProfile(model, user.userValues());
    int[] items = user.support().items();
    int first = prior.shape().weightCount() - prior.shape().profileRelations();
    for (int relation = 0; relation < prior.shape().profileRelations(); relation++) {
      float[] values = profile.of(relation, items);
      for (int i = 0; i < clicked.length; i++) {
        clicked[i][first + relation] = values[i];
      }
    }
  }

  /** {@code [φ_i, 1, 0 …]}: what paths and profile say is still to be set. */
  private double[] features(int item) {
    double[] row = new double[prior.shape().weightCount()];
    model.taste().items().copyVector(item, row);
    row[prior.shape().width()] = 1;
    return row;
  }
}
