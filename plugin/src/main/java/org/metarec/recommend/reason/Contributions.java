package org.metarec.recommend.reason;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an item's score is made of; the parts sum to it.
 *
 * @param base what does not depend on the user's taste
 * @param taste the user's weights on the item's vector, and what the profile says beside paths
 * @param relations one for each relation of items, then for each of their features, 0.0 where
 *     nothing is shared
 */
public record Contributions(double base, double taste, List<Double> relations) {

  public Contributions {
    relations = List.copyOf(relations);
  }

  /** What a relation of the model adds; 0.0 for one that was left out of the scores. */
  public double ofRelation(int relation) {
    return relation < relations.size() ? relations.get(relation) : 0.0;
  }

  /**
   * The parts by name: base, taste and each relation's. A relation of one of these two names, or a
   * feature of a relation's, adds to that part, so that they sum to the score all the same.
   *
   * @param names of all of them
   */
  public Map<String, Double> byName(List<String> names) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("base", base);
    parts.put("taste", taste);
    for (int relation = 0; relation < names.size(); relation++) {
      parts.merge(names.get(relation), ofRelation(relation), Double::sum);
    }
    return parts;
  }

  public double score() {
    double sum = base + taste;
    for (double relation : relations) {
      sum += relation;
    }
    return sum;
  }
}
