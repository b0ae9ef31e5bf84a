package org.metarec.graph.discovery;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metarec.InvalidConfigException;
import org.metarec.graph.NearestNames;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.SchemaRow;

/** The names that a caller gave: checked against those that are there, what is wrong gathered. */
final class GivenNames {
  private final InvalidConfigException.Problems problems = new InvalidConfigException.Problems();
  private final SchemaConfig config;
  private final NamesInUse graph;

  GivenNames(SchemaConfig config, NamesInUse graph) {
    this.config = config;
    this.graph = graph;
  }

  /** The name for a role; empty where it is to be found. */
  Optional<String> name(SchemaRole role) {
    return config.name(role);
  }

  /** The names for a role; empty where they are to be found. */
  Optional<List<String>> names(SchemaRole role) {
    return config.names(role);
  }

  /** The names that are taken beside what is found. */
  List<String> kept(SchemaRole role) {
    return config.kept().getOrDefault(role, List.of());
  }

  /** The keys, of these roles, that the caller gave: "userLabel, itemLabel". */
  String keys(SchemaRole... roles) {
    return Arrays.stream(roles)
        .filter(role -> names(role).isPresent())
        .map(SchemaRole::configKey)
        .collect(Collectors.joining(", "));
  }

  /**
   * Checks the labels and types against the graph as a whole, and if one is wrong the properties as
   * well; else each is looked for where it should be, and the nearest there are named.
   *
   * @throws InvalidConfigException with all names that are nowhere in the graph
   */
  void requireInGraph() {
    requireInGraph(false);
    if (!problems.isEmpty()) {
      requireInGraph(true);
    }
    problems.throwIfAny();
  }

  private void requireInGraph(boolean properties) {
    for (SchemaRole role : SchemaRole.values()) {
      if (role.kind().isProperty() == properties) {
        require(role, role.kind().word(), graph.names(role.kind()));
      }
    }
  }

  /**
   * Notes given names that are not among the existing ones.
   *
   * @param kind what the name should be of: "property of Movie"
   */
  void require(SchemaRole role, String kind, Collection<String> existing) {
    for (String name : names(role).orElse(List.of())) {
      if (!existing.contains(name)) {
        problems.add(
            "%s: there is no %s '%s'; %s",
            role.configKey(), kind, name, wayOut(role, name, existing));
      }
    }
  }

  private String wayOut(SchemaRole role, String name, Collection<String> existing) {
    if (role == SchemaRole.RELATION && graph.propertyKeys().contains(name)) {
      return name + " is a property: name it in itemFeatures if items bear it";
    }
    boolean isType = graph.relationshipTypes().contains(name);
    if (isType && role == SchemaRole.ITEM_FEATURE) {
      return name
          + " is a type of relationships: leave it out, relations of items are found, or given in"
          + " relationshipTypes";
    }
    if (isType && role == SchemaRole.USER_FEATURE) {
      return name
          + " is a type of interactions, or none of it leads from a user: leave it out, or name one"
          + " that leads from users to what they like";
    }
    return NearestNames.question(name, existing);
  }

  /**
   * Notes names that are given for nodes or relationships that are not there.
   *
   * @param missing "users"
   * @param wayOut the keys by which they would be there: "interactionTypes or userLabel"
   */
  void refuse(String missing, String wayOut, SchemaRole... roles) {
    for (SchemaRole role : roles) {
      if (!names(role).orElse(List.of()).isEmpty()) {
        problems.add(
            "%s: no %s were found; leave it out, or set %s", role.configKey(), missing, wayOut);
      }
    }
  }

  /** Where problems of another kind are noted. */
  InvalidConfigException.Problems problems() {
    return problems;
  }

  /**
   * A name with its role.
   *
   * @param reason why it was taken, unless it was given
   */
  SchemaRow row(SchemaRole role, String name, long count, String reason) {
    return row(role, Optional.of(name), count, reason, "");
  }

  /**
   * A name with its role, or that there is none.
   *
   * @param reason why it was taken, unless it was given
   * @param remark what else to know of it
   */
  SchemaRow row(SchemaRole role, Optional<String> name, long count, String reason, String remark) {
    boolean isGiven = names(role).isPresent();
    return new SchemaRow(role, name, count, isGiven, (isGiven ? "as given" : reason) + remark);
  }
}
