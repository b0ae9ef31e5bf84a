package org.metarec.graph.discovery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.metarec.InvalidConfigException;
import org.metarec.graph.NearestNames;
import org.metarec.graph.SchemaConfig;

/** Checks the names that a caller gave against those that are there, and gathers what is wrong. */
final class GivenNames {
  private final InvalidConfigException.Problems problems = new InvalidConfigException.Problems();
  private final SchemaConfig config;

  GivenNames(SchemaConfig config) {
    this.config = config;
  }

  /**
   * Checks all names against the graph as a whole.
   *
   * @throws InvalidConfigException with all names that are nowhere in the graph
   */
  void requireIn(NamesInUse graph) {
    List<String> labels = graph.labels();
    List<String> types = graph.relationshipTypes();
    List<String> properties = graph.propertyKeys();
    require("userLabel", config.userLabel(), "label", labels);
    require("itemLabel", config.itemLabel(), "label", labels);
    requireAll("interactionTypes", config.interactionTypes(), "relationship type", types);
    requireAll("relationshipTypes", config.relationshipTypes(), "relationship type", types);
    require("timeProperty", config.timeProperty(), "property", properties);
    require("ratingProperty", config.ratingProperty(), "property", properties);
    require("userKey", config.userKey(), "property", properties);
    require("itemKey", config.itemKey(), "property", properties);
    requireAll("userFeatures", config.userFeatures(), "property", properties);
    requireAll("itemFeatures", config.itemFeatures(), "property", properties);
    require("itemTimeProperty", config.itemTimeProperty(), "property", properties);
    problems.throwIfAny();
  }

  /**
   * Notes it if a given name is not among the existing ones.
   *
   * @param key what the caller set: "itemKey"
   * @param kind what the name should be of: "property of Movie"
   */
  void require(String key, Optional<String> given, String kind, Collection<String> existing) {
    requireAll(key, given.map(List::of), kind, existing);
  }

  /** The same for each name of a list. */
  void requireAll(
      String key, Optional<List<String>> given, String kind, Collection<String> existing) {
    for (String name : given.orElse(List.of())) {
      if (!existing.contains(name)) {
        problems.add(
            "%s: there is no %s '%s'; %s", key, kind, name, NearestNames.question(name, existing));
      }
    }
  }

  /** Where problems of another kind are noted. */
  InvalidConfigException.Problems problems() {
    return problems;
  }
}
