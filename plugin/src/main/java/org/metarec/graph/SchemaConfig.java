package org.metarec.graph;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller says of the graph; whatever is left out is found.
 *
 * @param given names by role: one, or where a role takes a list several, and an empty one for none
 * @param kept features by role that are taken beside what is found, whatever their values are now
 */
public record SchemaConfig(
    Map<SchemaRole, List<String>> given, Map<SchemaRole, List<String>> kept) {

  /** Everything is found. */
  public static final SchemaConfig NONE = new SchemaConfig(Map.of());

  public SchemaConfig {
    Map<SchemaRole, List<String>> sorted = new EnumMap<>(SchemaRole.class);
    given.forEach((role, names) -> sorted.put(role, names.stream().distinct().sorted().toList()));
    given = Collections.unmodifiableMap(sorted);
    kept = Map.copyOf(kept);
  }

  public SchemaConfig(Map<SchemaRole, List<String>> given) {
    this(given, Map.of());
  }

  /** The same for a training that goes on from a model: its features stay. */
  public SchemaConfig keepingFeatures(GraphSchema before) {
    return new SchemaConfig(
        given,
        Map.of(
            SchemaRole.USER_FEATURE, before.userFeatures(),
            SchemaRole.ITEM_FEATURE, before.itemFeatures()));
  }

  /** The names for a role; empty where they are to be found. */
  public Optional<List<String>> names(SchemaRole role) {
    return Optional.ofNullable(given.get(role));
  }

  /** The name for a role that takes one; empty where it is to be found. */
  public Optional<String> name(SchemaRole role) {
    return names(role).flatMap(names -> names.stream().findFirst());
  }
}
