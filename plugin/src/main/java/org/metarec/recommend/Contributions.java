package org.metarec.recommend;

import java.util.List;

/**
 * What an item's score is made of; the parts sum to it.
 *
 * @param base what anybody would get
 * @param taste the user's weights on the item's vector
 * @param relations one for each relation that gives paths, 0.0 where nothing is shared
 */
public record Contributions(double base, double taste, List<Double> relations) {

  public Contributions {
    relations = List.copyOf(relations);
  }

  /** What a relation of the model adds; 0.0 for one that was left out of the scores. */
  public double ofRelation(int relation) {
    return relation < relations.size() ? relations.get(relation) : 0.0;
  }

  public double score() {
    double sum = base + taste;
    for (double relation : relations) {
      sum += relation;
    }
    return sum;
  }
}
