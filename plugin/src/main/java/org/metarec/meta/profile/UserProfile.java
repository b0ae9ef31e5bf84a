package org.metarec.meta.profile;

import java.util.List;
import java.util.stream.IntStream;
import org.metarec.model.ServingModel;
import org.metarec.model.taste.PriorShape;
import org.metarec.path.Links;
import org.metarec.path.PathRelation;
import org.metarec.path.UserPaths;

/** What the profile of one user says of the items of a model. Not thread-safe. */
public final class UserProfile implements ProfileValues {
  private final ServingModel model;
  private final int relations;
  private final int firstWeight;
  private final List<Integer> userValues;
  private final int[][] speaking; // by relation: of many values few tell anything of it
  private final float share;

  /**
   * @param userValues values of the user's features, positions in the model's list
   */
  public UserProfile(ServingModel model, List<Integer> userValues) {
    PriorShape shape = model.taste().prior().shape();
    this.model = model;
    this.relations = userValues.isEmpty() ? 0 : shape.profileRelations();
    this.firstWeight = shape.weightCount() - shape.profileRelations();
    this.userValues = List.copyOf(userValues);
    this.speaking =
        IntStream.range(0, relations)
            .mapToObj(relation -> model.lifts().speaking(relation, userValues))
            .toArray(int[][]::new);
    this.share = ProfileValues.share(model.lifts().speaking(userValues));
  }

  /** By how many relations it speaks; 0 where it says nothing of any item. */
  public int relations() {
    return relations;
  }

  private boolean isEmpty() {
    return relations == 0;
  }

  @Override
  public float[] of(int relation, int[] items) {
    float[] values = new float[items.length];
    for (int i = 0; i < items.length && !isEmpty(); i++) {
      double sum = sum(model.paths().relation(relation), relation, items[i]);
      float trust = ProfileValues.trust(model.taste().items().likes(items[i]));
      values[i] = sum == 0 ? 0 : (float) (trust * share * sum);
    }
    return values;
  }

  private double sum(PathRelation links, int relation, int item) {
    Links attributes = links.attributes();
    double sum = 0;
    int end = attributes.to(item);
    for (int link = attributes.from(item); link < end; link++) {
      int attribute = attributes.target(link);
      float lift = model.lifts().sum(relation, speaking[relation], attribute);
      sum += lift == 0 ? 0 : Math.sqrt(links.idf(attribute)) * lift;
    }
    return sum == 0 ? 0 : sum / links.norm(item);
  }

  /**
   * What it adds to the score of an item.
   *
   * @param weights the user's
   */
  public double part(int item, float[] weights) {
    double[] sum = new double[1];
    addTo(sum, new int[] {item}, weights);
    return sum[0];
  }

  /**
   * What one of the user's values adds to that by one attribute of the item.
   *
   * @param attribute that the relation links the item with
   */
  public double part(int relation, int item, int value, int attribute, float[] weights) {
    PathRelation links = model.paths().relation(relation);
    double strength =
        Math.sqrt(links.idf(attribute)) * model.lifts().sum(relation, new int[] {value}, attribute);
    double trust = ProfileValues.trust(model.taste().items().likes(item));
    return strength == 0 // so may the norm be
        ? 0
        : weights[firstWeight + relation] * trust * share * strength / links.norm(item);
  }

  /** Adds what it adds to the scores of some items. */
  public void addTo(double[] scores, int[] items, float[] weights) {
    for (int relation = 0; relation < relations; relation++) {
      float[] values = of(relation, items);
      for (int i = 0; i < items.length; i++) {
        scores[i] += (double) weights[firstWeight + relation] * values[i];
      }
    }
  }

  /**
   * Adds what it adds to the score of each item of the index's base.
   *
   * @return the greatest amount that such a part, or the sum of some of its terms, can have
   */
  public double addParts(float[] weights, float[] scores) {
    if (isEmpty()) {
      return 0;
    }
    UserPaths paths = model.lifts().pathsOf(model.paths(), userValues);
    float[] likes = model.taste().items().likes();
    float[] parts = new float[likes.length];
    float[] factors = new float[relations];
    for (int relation = 0; relation < relations; relation++) {
      factors[relation] = share * weights[firstWeight + relation];
    }
    paths.addValues(factors, parts);
    for (int item = 0; item < parts.length; item++) {
      scores[item] += ProfileValues.trust(likes[item]) * parts[item];
    }
    double greatest = 0;
    for (int relation = 0; relation < relations; relation++) {
      greatest += Math.abs(factors[relation]) * paths.greatestShared(relation);
    }
    return greatest;
  }
}
