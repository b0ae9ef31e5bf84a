package org.metarec.procedure.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metarec.GraphMismatchException;
import org.metarec.graph.GraphSchema;
import org.metarec.graph.SchemaConfig;
import org.metarec.graph.SchemaRole;
import org.metarec.graph.store.ModelNode;
import org.metarec.graph.store.ModelStore;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** The live model that a training goes on from, as far as a plan asks for it. */
record WarmStart(ModelNode model) {

  /**
   * The live model, if a call wants to go on from it.
   *
   * @throws GraphMismatchException if it does and no model of the name serves
   */
  static Optional<WarmStart> of(Transaction tx, ModelStore store, TrainConfig config) {
    return config.warm().warmStart()
        ? Optional.of(new WarmStart(store.require(tx, config.modelName())))
        : Optional.empty();
  }

  /** The settings of a call, those that it leaves open as in the live model. */
  TrainConfig settings(TrainConfig given) {
    return given.continuing(model.provenance().configuration(), model.schema().givenKeys());
  }

  /**
   * Tells what came first where an import has failed: without interactions there are no items, and
   * so no features of these.
   *
   * @throws GraphMismatchException if the model has interactions, and the graph none of them
   */
  void requireInteractions(Transaction tx) {
    List<String> types = model.schema().interactionTypes();
    if (!types.isEmpty() && types.stream().noneMatch(type -> isUsed(tx, type))) {
      throw new GraphMismatchException(
          "warmStart goes on from model '%s', but the graph has changed: its interactions (%s) are"
              + " gone; bring them back, or train anew with warmStart: false",
          model.name(), String.join(", ", types));
    }
  }

  private static boolean isUsed(Transaction tx, String type) {
    try (var some = tx.findRelationships(RelationshipType.withName(type))) {
      return some.hasNext();
    }
  }

  /** What is said of the graph; features stay, for many values are no reason to forget them. */
  SchemaConfig schema(TrainConfig settings) {
    return settings.schema().keepingFeatures(model.schema());
  }

  /**
   * The graph as the model can take it. A prior that was learned without times has no place for
   * what they say, so those that are found since are left out.
   *
   * @throws GraphMismatchException lists all that the model has learned of and that is not there,
   *     or not in the same place
   */
  GraphSchema sameGraph(GraphSchema now) {
    List<String> problems = new ArrayList<>();
    for (SchemaRole role : SchemaRole.values()) {
      model.schema().names(role).stream()
          .filter(name -> !now.names(role).contains(name))
          .map(name -> difference(role, name, now.names(role)))
          .forEach(problems::add);
    }
    now.rows().stream()
        .filter(row -> row.given() && isUnknownTime(row.role()))
        .map(row -> "%s is unknown to the model".formatted(row.role().configKey()))
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new GraphMismatchException(
          "warmStart goes on from model '%s', but the graph has changed: %s; name them in the config"
              + " (CALL metarec.schema() shows what is found), or train anew with warmStart: false",
          model.name(), String.join("; ", problems));
    }
    return new GraphSchema(now.rows().stream().filter(row -> !isNoTime(row.role())).toList());
  }

  /** Unknown, or the moment of an import, which was none to the model. */
  private boolean isNoTime(SchemaRole role) {
    return isUnknownTime(role)
        || (role == SchemaRole.TIME
            && model.hasTaste()
            && model.sharedMoments().keySet().containsAll(model.schema().interactionTypes()));
  }

  private boolean isUnknownTime(SchemaRole role) {
    return (role == SchemaRole.TIME || role == SchemaRole.ITEM_TIME)
        && model.hasTaste()
        && model.schema().names(role).isEmpty();
  }

  /** What has become of a name's role: "userKey was 'id' and is no longer found". */
  static String difference(SchemaRole role, String before, List<String> now) {
    return switch (role) {
      case INTERACTION, RELATION -> "'%s' is no longer a relation".formatted(before);
      case ITEM_FEATURE -> "'%s' is no longer an item feature".formatted(before);
      case USER_FEATURE -> "'%s' is no longer a user feature".formatted(before);
      case USER, ITEM, USER_KEY, ITEM_KEY, TIME, RATING, ITEM_TIME ->
          "%s was '%s' and %s"
              .formatted(
                  role.configKey(),
                  before,
                  now.isEmpty() ? "is no longer found" : "now is '%s'".formatted(now.get(0)));
    };
  }
}
