package org.metarec.graph.store;

import java.util.List;
import java.util.Optional;

/**
 * The names in the graph that a model was trained with; every later call uses them. Those of its
 * relations, item features and interactions are the model's {@link org.metarec.triple.Relation}s.
 *
 * @param userLabel empty, like all that follow, where the graph had no interactions
 * @param userKey property by which users are looked up
 * @param itemKey property by which items are looked up and ordered
 * @param timeProperty time of an interaction
 * @param ratingProperty rating of an interaction
 * @param itemTimeProperty time of an item
 * @param userFeatures properties of users
 */
public record ModelSchema(
    Optional<String> userLabel,
    Optional<String> itemLabel,
    Optional<String> userKey,
    Optional<String> itemKey,
    Optional<String> timeProperty,
    Optional<String> ratingProperty,
    Optional<String> itemTimeProperty,
    List<String> userFeatures) {

  public ModelSchema {
    userFeatures = List.copyOf(userFeatures);
  }
}
