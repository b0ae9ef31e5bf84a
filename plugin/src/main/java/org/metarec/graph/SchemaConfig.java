package org.metarec.graph;

import java.util.List;
import java.util.Optional;

/**
 * What a caller says of the graph; whatever is left empty is found. The components bear the names
 * that a user types.
 *
 * @param interactionTypes relationship types from users to items; an empty list: none
 * @param userLabel label of users
 * @param itemLabel label of items
 * @param timeProperty when an interaction was: date, datetime or number
 * @param ratingProperty number on an interaction
 * @param relationshipTypes relationship types between items and other nodes; an empty list: none
 * @param userKey property that identifies a user
 * @param itemKey property that identifies an item
 * @param userFeatures properties of users; an empty list: none
 * @param itemFeatures properties of items; an empty list: none
 * @param itemTimeProperty when an item appeared: a year, a date or a datetime
 */
public record SchemaConfig(
    Optional<List<String>> interactionTypes,
    Optional<String> userLabel,
    Optional<String> itemLabel,
    Optional<String> timeProperty,
    Optional<String> ratingProperty,
    Optional<List<String>> relationshipTypes,
    Optional<String> userKey,
    Optional<String> itemKey,
    Optional<List<String>> userFeatures,
    Optional<List<String>> itemFeatures,
    Optional<String> itemTimeProperty) {

  /** Everything is found. */
  public static final SchemaConfig NONE =
      new SchemaConfig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public SchemaConfig {
    interactionTypes = interactionTypes.map(SchemaConfig::sorted);
    relationshipTypes = relationshipTypes.map(SchemaConfig::sorted);
    userFeatures = userFeatures.map(SchemaConfig::sorted);
    itemFeatures = itemFeatures.map(SchemaConfig::sorted);
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().distinct().sorted().toList();
  }
}
